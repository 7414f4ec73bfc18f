package io.github.bedrockjdbc.driver.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;

/** Names of columns by which a query around them tells them apart: {@code x}, {@code x0}. */
public final class UniqueNames {
  private UniqueNames() {}

  /** A row of which each column can be named, and those of a star be selected. */
  public static RelDataType row(RelDataType row, RelDataTypeFactory types) {
    final List<String> names = of(row.getFieldNames(), index -> true);
    return names.equals(row.getFieldNames())
        ? row
        : types.createStructType(
            row.getFieldList().stream().map(RelDataTypeField::getType).toList(), names);
  }

  /**
   * Each name once; what comes again gets a number, which makes no name of another column.
   *
   * @param isGiven which columns have their names from the statement, and keep them
   */
  static List<String> of(List<String> names, IntPredicate isGiven) {
    final Set<String> used = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (isGiven.test(i)) {
        used.add(folded(names.get(i)));
      }
    }
    final Set<String> kept = new HashSet<>();
    final List<String> unique = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      final String name = names.get(i);
      unique.add(isGiven.test(i) && kept.add(folded(name)) ? name : unused(name, used));
    }
    return unique;
  }

  private static String unused(String name, Set<String> used) {
    String free = name;
    for (int i = 0; !used.add(folded(free)); i++) {
      free = name + i;
    }
    return free;
  }

  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
