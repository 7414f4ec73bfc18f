/**
 * What requests and lookups can require of a job, as values: the values of a parameter, a part of
 * the name, a range of time, ARNs. {@code Constraint} is one requirement; {@code Alternatives}
 * shortens lists of them.
 *
 * <p>A constraint requires at most what the query requires. This room knows no expression and no
 * predicate.
 */
package io.github.bedrockjdbc.adapter.constraint;
