/**
 * The functions that a statement may call. {@code Functions} is the one table of them, made of the
 * standard's ({@code StandardOperators}), those that the driver computes ({@code DriverFunctions}),
 * those that are another word ({@code OtherWord}), and aggregates ({@code AggregateFunctions}).
 *
 * <p>What generated code calls for them is in {@code runtime}.
 */
package io.github.bedrockjdbc.driver.function;
