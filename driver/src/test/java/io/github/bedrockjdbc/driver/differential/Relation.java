package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can stand in {@code FROM}.
 *
 * @param sql with its alias
 * @param columns with the alias
 * @param order columns in whose order no two unequal rows are peers
 */
record Relation(Part sql, List<Column> columns, List<Part> order) {
  Relation {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  /** Of a query or of VALUES, whose columns become c1, c2, …; equal rows are the same to all. */
  static Relation derived(Part sql, String alias, List<Kind> kinds) {
    final List<Column> columns = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      columns.add(Column.of(alias, "c" + (i + 1), kinds.get(i)));
    }
    final String names =
        String.join(
            ", ", columns.stream().map(each -> each.sql().driver().split("\\.", -1)[1]).toList());
    return new Relation(
        Part.of("({}) {}({})", sql, alias, names),
        columns,
        columns.stream().map(Column::sql).toList());
  }

  Scope scope(List<Column> outer) {
    return new Scope(columns, outer, order);
  }

  Relation joined(Part both, Relation other) {
    return new Relation(
        both,
        Stream.concat(columns.stream(), other.columns.stream()).toList(),
        Stream.concat(order.stream(), other.order.stream()).toList());
  }
}
