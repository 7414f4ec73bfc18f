package io.github.bedrockjdbc.driver.parameter;

import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * What values say of their parameters beyond what the statement expects; part of what a plan is
 * known by.
 *
 * @param byIndex by position, from 0
 */
public record Declarations(Map<Integer, Declaration> byIndex) {
  public static final Declarations NONE = new Declarations(Map.of());

  /** Of one parameter. */
  public sealed interface Declaration {}

  /**
   * The type that a literal of the same value would have.
   *
   * @param precision digits of a DECIMAL
   * @param scale of a DECIMAL
   */
  public record OfType(SqlTypeName name, int precision, int scale) implements Declaration {
    public OfType(SqlTypeName name) {
      this(name, 0, 0);
    }
  }

  /** What it may be, while there is no value. */
  public record Guess(SqlTypeName name) implements Declaration {}

  /**
   * The value itself.
   *
   * @param value a String or BigDecimal; null is SQL's NULL
   */
  public record Written(Object value) implements Declaration {}

  public Declarations {
    byIndex = Map.copyOf(byIndex);
  }

  public Declaration of(int index) {
    return byIndex.get(index);
  }

  /** These and others. */
  public Declarations and(Map<Integer, Declaration> more) {
    final Map<Integer, Declaration> all = new TreeMap<>(byIndex);
    all.putAll(more);
    return new Declarations(all);
  }
}
