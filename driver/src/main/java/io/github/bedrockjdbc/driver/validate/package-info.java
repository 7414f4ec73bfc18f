/**
 * Validation: types of operands and question marks, and what is refused by type. {@code
 * ParameterValidator} is Calcite's validator in which a question mark may stand wherever a literal
 * may; {@code OperandCoercion} decides what is compared as what.
 */
package io.github.bedrockjdbc.driver.validate;
