/**
 * What is known of jobs beside the list and costs requests of its own: token counts in manifests,
 * tags. A {@link io.github.bedrockjdbc.adapter.detail.Detail} says which columns it fills, what of
 * a job it needs, and how many jobs one request tells of; {@code DetailRows} reads it ahead of the
 * rows.
 *
 * <p>A new one is its columns in {@code DetailColumn}, a class like {@code TagsDetail}, and its
 * place in {@code Details}. This room knows no plan.
 */
package io.github.bedrockjdbc.adapter.detail;
