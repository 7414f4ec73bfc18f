/** How the planner's rules are configured, for every room that has some. */
package io.github.bedrockjdbc.adapter.rule;
