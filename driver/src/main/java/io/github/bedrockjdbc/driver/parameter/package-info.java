/**
 * A value that a program sets for a question mark, and what it becomes inside: by its Java class
 * ({@code PlainValue}), by the type that the program names ({@code TargetType}), by the type that
 * the statement expects ({@code ParameterValue}).
 */
package io.github.bedrockjdbc.driver.parameter;
