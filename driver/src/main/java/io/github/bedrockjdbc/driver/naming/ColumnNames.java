package io.github.bedrockjdbc.driver.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * The names of a query's columns, as the parser gives it.
 *
 * @param items what the query selects; none if that is not known
 * @param typed names of the statement that Calcite could have made up as well
 */
public record ColumnNames(List<Item> items, Set<String> typed) {
  private static final String MADE_UP = "EXPR$"; // by Calcite

  /** One item of the list; a star has no name. */
  record Item(boolean isNamed, Optional<ColumnName> name) {
    boolean isStar() {
      return name.isEmpty();
    }

    String text() {
      return name.orElseThrow().text();
    }
  }

  public ColumnNames {
    items = List.copyOf(items);
    typed = Set.copyOf(typed);
  }

  private ColumnNames(List<Item> items) {
    this(items, Set.of());
  }

  static ColumnNames none() {
    return new ColumnNames(List.of());
  }

  /** Of a whole statement, in which they are made valid where others may name them. */
  public static ColumnNames given(SqlNode statement) {
    final Set<String> typed = new HashSet<>();
    statement.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlIdentifier name) {
            name.names.stream().filter(part -> part.startsWith(MADE_UP)).forEach(typed::add);
            return null;
          }
        });
    final ColumnNames names = new ColumnNames(of(statement).items, typed);
    statement.accept(new NamedColumns());
    statement.accept(new ExtractCalls());
    return names;
  }

  /** Of a query, which may be one in brackets, or a set operation: there the first one decides. */
  static ColumnNames of(SqlNode query) {
    if (query instanceof SqlOrderBy ordered) {
      return of(ordered.query);
    }
    if (query instanceof SqlWith with) {
      return of(with.body);
    }
    if (query instanceof SqlSelect select) {
      return new ColumnNames(select.getSelectList().stream().map(ColumnNames::item).toList());
    }
    return switch (query.getKind()) {
      case UNION, INTERSECT, EXCEPT -> of(((SqlCall) query).operand(0));
      case VALUES -> ofRow(((SqlCall) query).operand(0));
      default -> none();
    };
  }

  /** Whether each column has its place in the list, and some have no name of their own. */
  boolean areToBeGiven() {
    return !hasStar() && items.stream().anyMatch(item -> !item.isNamed());
  }

  boolean hasStar() {
    return items.stream().anyMatch(Item::isStar);
  }

  Optional<ColumnName> first() {
    return items.stream().findFirst().flatMap(Item::name);
  }

  /**
   * What a client shows.
   *
   * @param fields the columns, stars written out
   */
  public List<String> labels(List<String> fields) {
    final List<String> labels = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      final String given = fields.get(i);
      final Optional<Item> item = at(i, fields.size());
      final boolean isMadeUp = given.startsWith(MADE_UP) && !typed.contains(given);
      labels.add(
          item.map(known -> known.isNamed() && isSame(known, given) ? given : known.text())
              .orElse(isMadeUp ? "?column?" : given));
    }
    return labels;
  }

  /** A name that comes again gets a number, by which a query around it tells it apart. */
  private static boolean isSame(Item named, String given) {
    return named.text().equalsIgnoreCase(given);
  }

  /** The item of a column, unless it is among those that come of stars. */
  private Optional<Item> at(int column, int columns) {
    final List<Boolean> stars = items.stream().map(Item::isStar).toList();
    if (!hasStar()) {
      return items.size() == columns ? Optional.of(items.get(column)) : Optional.empty();
    }
    final int fromEnd = columns - column;
    if (column < stars.indexOf(true)) {
      return Optional.of(items.get(column));
    }
    return fromEnd < items.size() - stars.lastIndexOf(true)
        ? Optional.of(items.get(items.size() - fromEnd))
        : Optional.empty();
  }

  private static Item item(SqlNode expression) {
    if (expression instanceof SqlIdentifier identifier && identifier.isStar()) {
      return new Item(true, Optional.empty());
    }
    final ColumnName name = ColumnName.of(expression);
    final boolean isColumn =
        expression instanceof SqlIdentifier && name.origin() == ColumnName.Origin.COLUMN;
    return new Item(isColumn || expression.getKind() == SqlKind.AS, Optional.of(name));
  }

  private static ColumnNames ofRow(SqlNode row) {
    final int size = row.getKind() == SqlKind.ROW ? ((SqlCall) row).operandCount() : 1;
    final List<Item> items = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      final ColumnName name = new ColumnName("column" + i, ColumnName.Origin.FORM);
      items.add(new Item(false, Optional.of(name)));
    }
    return new ColumnNames(items);
  }
}
