package io.github.bedrockjdbc.driver.parameter;

import io.github.bedrockjdbc.driver.value.SqlTypeInfo;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * What a statement expects of a question mark.
 *
 * @param type what its values become
 * @param role whether a value may bring a type of its own instead
 */
public record Parameter(RelDataType type, Role role) {
  /** How firmly the place of a parameter decides on its type. */
  public enum Role {
    /** Compared, or an argument: a value that the type holds without loss is of that type. */
    COMPARED,
    /** Part of an expression whose type depends on it: a value of another kind keeps its type. */
    COMBINED,
    /** One of several that become one type: a value that needs more widens that type. */
    BRANCH,
    /** Cast: a value that the cast can be of keeps its type. */
    CAST,
    /** Nothing decides: the value does, and the type is that of text. */
    OPEN,
    /** A number of rows. */
    COUNT,
    /** Where Calcite takes nothing but a literal: each value has a plan of its own. */
    WRITTEN,
    /** Of the type that a value was found to need. */
    DECLARED
  }

  public SqlTypeName typeName() {
    return type.getSqlTypeName();
  }

  /** Whether a value may well say something else. */
  public boolean isAssumed() {
    return role == Role.OPEN || role == Role.CAST || role == Role.WRITTEN;
  }

  /** As what it is shown. */
  public SqlTypeInfo shown() {
    return SqlTypeInfo.of(typeName().getJdbcOrdinal());
  }

  public int shownPrecision() {
    return shown().precision(type.getPrecision());
  }

  public int shownScale() {
    return shown().scale(type.getScale());
  }
}
