/**
 * From row expressions to requests, in pure functions and values. {@code PredicateExtractor} makes
 * predicates of expressions; {@code JobQuery} is what a scan is asked for; {@code BoundRequests}
 * are the requests of one execution, with its values.
 *
 * <p>Nothing here calls the service, starts a thread or knows a plan's nodes. The one rule:
 * requests return a superset of the matching jobs, and every row is checked again. Begin with
 * {@code Pushdown}.
 */
package io.github.bedrockjdbc.adapter.pushdown;
