/**
 * Predicates that the scan evaluates by itself. {@code Predicate} says what each form answers: the
 * columns it reads, the constraints that follow from it, why the service does not decide it alone,
 * and how it is evaluated on a row with SQL's three truth values.
 *
 * <p>{@code PushedEquality} is the table of columns whose equality the service can be asked for.
 * Values come as an {@code Operand}, known when the statement is planned or bound by an execution.
 * A new form is a record beside {@code Like}; the compiler names what it has to answer.
 */
package io.github.bedrockjdbc.adapter.predicate;
