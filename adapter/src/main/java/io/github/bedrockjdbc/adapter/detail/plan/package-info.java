/**
 * Details in plans: the operator that adds them to rows, and the rules that move what needs none of
 * them below it, so that they are read for as few rows as can be. Begin with {@link
 * io.github.bedrockjdbc.adapter.detail.plan.JobDetails}.
 */
package io.github.bedrockjdbc.adapter.detail.plan;
