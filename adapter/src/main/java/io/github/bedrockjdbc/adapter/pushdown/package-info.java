/**
 * From row expressions to requests, in pure functions and values. A predicate is extracted from an
 * expression ({@code PredicateExtractor}), says what it requires of a job ({@code Constraint}), and
 * constraints become requests ({@code Requests}, {@code BoundRequests}). The same predicates
 * re-check every row ({@code CompiledPredicate}).
 *
 * <p>Nothing here calls the service, starts a thread or knows a plan's nodes. The one rule: the
 * requests return a superset of the matching jobs. Begin with {@code Pushdown}, then {@code
 * Constraints}.
 */
package io.github.bedrockjdbc.adapter.pushdown;
