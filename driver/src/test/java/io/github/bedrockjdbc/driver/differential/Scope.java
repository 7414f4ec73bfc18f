package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that an expression can read.
 *
 * @param columns of the tables beside it
 * @param outer of the statements around it
 * @param order columns in whose order no two unequal rows are peers
 */
record Scope(List<Column> columns, List<Column> outer, List<Part> order) {
  static final Scope NOTHING = new Scope(List.of(), List.of(), List.of());

  Scope {
    columns = List.copyOf(columns);
    outer = List.copyOf(outer);
    order = List.copyOf(order);
  }

  List<Column> of(Kind kind) {
    return columns.stream().filter(column -> column.kind() == kind).toList();
  }

  List<Column> outerOf(Kind kind) {
    return outer.stream().filter(column -> column.kind() == kind).toList();
  }

  /** What a subquery at this place can read. */
  List<Column> visible() {
    return Stream.concat(columns.stream().filter(column -> !column.isCall()), outer.stream())
        .toList();
  }

  /** Without the statements around. */
  Scope alone() {
    return new Scope(columns, List.of(), order);
  }

  /** Without aggregates and window functions. */
  Scope plain() {
    return with(columns.stream().filter(column -> !column.isCall()).toList());
  }

  /** With these columns instead. */
  Scope with(List<Column> others) {
    return new Scope(others, outer, order);
  }
}
