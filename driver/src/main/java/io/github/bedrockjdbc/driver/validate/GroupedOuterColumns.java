package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;

/**
 * Refuses subqueries that use a column of a grouped query which is not one of its groups, or which
 * is never NULL in a table, but may be after {@code ROLLUP}, {@code CUBE} or {@code GROUPING SETS}:
 * Calcite would take it for never NULL there, too.
 */
public final class GroupedOuterColumns extends SqlBasicVisitor<Void> {
  private static final Set<SqlKind> SETS =
      EnumSet.of(SqlKind.ROLLUP, SqlKind.CUBE, SqlKind.GROUPING_SETS);

  /** What may stand around a call of an aggregate or window function. */
  private static final Set<SqlKind> AROUND =
      EnumSet.of(SqlKind.FILTER, SqlKind.WITHIN_GROUP, SqlKind.RESPECT_NULLS, SqlKind.IGNORE_NULLS);

  private final SqlValidator validator;

  private GroupedOuterColumns(SqlValidator validator) {
    this.validator = validator;
  }

  public static void check(SqlNode validated, SqlValidator validator) {
    validated.accept(new GroupedOuterColumns(validator));
  }

  @Override
  public Void visit(SqlCall call) {
    if (call instanceof SqlSelect select && validator.isAggregate(select)) {
      final Uses uses = new Uses(relations(select.getFrom()), Groups.of(select.getGroup()), false);
      Stream.of(select.getSelectList(), select.getHaving(), select.getOrderList())
          .forEach(part -> accept(part, uses));
    }
    return super.visit(call);
  }

  /** The columns by which a query groups, each with the name of its table. */
  private record Groups(Set<List<String>> columns, boolean areSets) {
    static Groups of(SqlNodeList group) { // null where there is none
      final Set<List<String>> columns = new HashSet<>();
      return new Groups(columns, group != null && addTo(columns, group.getList()));
    }

    /** Whether there are sets. */
    private static boolean addTo(Set<List<String>> columns, List<SqlNode> keys) {
      boolean areSets = false;
      for (SqlNode key : keys) {
        if (key instanceof SqlIdentifier id) {
          columns.add(column(id));
        } else if (key instanceof SqlNodeList list) {
          areSets |= addTo(columns, list.getList());
        } else if (SETS.contains(key.getKind()) || key.getKind() == SqlKind.ROW) {
          areSets |= addTo(columns, ((SqlCall) key).getOperandList());
          areSets |= SETS.contains(key.getKind());
        }
      }
      return areSets;
    }

    boolean contains(SqlIdentifier id) {
      return columns.contains(column(id));
    }

    private static List<String> column(SqlIdentifier id) {
      return id.names.subList(Math.max(0, id.names.size() - 2), id.names.size());
    }
  }

  private static void accept(SqlNode part, SqlBasicVisitor<Void> visitor) {
    if (part != null) {
      part.accept(visitor);
    }
  }

  /** What stands in FROM, which may be null, by name. */
  private Map<String, RelDataType> relations(SqlNode from) {
    final Map<String, RelDataType> found = new HashMap<>();
    if (from instanceof SqlJoin join) {
      found.putAll(relations(join.getLeft()));
      found.putAll(relations(join.getRight()));
    } else if (from != null && from.getKind() == SqlKind.AS) {
      put(found, ((SqlCall) from).operand(1), from);
    } else if (from instanceof SqlIdentifier) {
      put(found, from, from);
    }
    return found;
  }

  private void put(Map<String, RelDataType> found, SqlNode name, SqlNode relation) {
    final List<String> names = ((SqlIdentifier) name).names;
    final SqlValidatorNamespace namespace = validator.getNamespace(relation);
    if (namespace != null) {
      found.put(names.get(names.size() - 1), namespace.getRowType());
    }
  }

  /** Looks within subqueries for columns of these relations. */
  private final class Uses extends SqlBasicVisitor<Void> {
    private final Map<String, RelDataType> relations;
    private final Groups groups;
    private final boolean isWithin;

    Uses(Map<String, RelDataType> relations, Groups groups, boolean isWithin) {
      this.relations = new HashMap<>(relations);
      this.groups = groups;
      this.isWithin = isWithin;
    }

    @Override
    public Void visit(SqlCall call) {
      if (!isWithin && isOfGroup(call)) {
        return null;
      }
      if (call.getKind() == SqlKind.OVER) {
        visitWindowed(call.operand(0));
        accept(call.operand(1), this);
        return null;
      }
      if (!(call instanceof SqlSelect select)) {
        return super.visit(call);
      }
      final Uses uses = new Uses(relations, groups, true);
      uses.relations.keySet().removeAll(relations(select.getFrom()).keySet());
      uses.visitParts(call);
      return null;
    }

    private void visitParts(SqlCall call) {
      call.getOperandList().forEach(part -> accept(part, this));
    }

    /** A window function reads groups; aggregates within it read rows as they are before. */
    private void visitWindowed(SqlCall function) {
      final boolean isAround = AROUND.contains(function.getKind());
      for (int i = 0; i < function.operandCount(); i++) {
        if (i == 0 && isAround) {
          visitWindowed(function.operand(0));
        } else {
          accept(function.operand(i), this);
        }
      }
    }

    private boolean isOfGroup(SqlCall call) {
      return AROUND.contains(call.getKind()) || call.getOperator().isAggregator();
    }

    @Override
    public Void visit(SqlIdentifier id) {
      final RelDataTypeField column = isWithin && id.names.size() > 1 ? column(id.names) : null;
      if (column != null && !groups.contains(id)) {
        throw SqlMistake.at(
            id.getParserPosition(),
            "a subquery of a grouped query can use only columns of GROUP BY, and '"
                + column.getName()
                + "' is none: group by it, or move the grouped query to FROM, and the subquery"
                + " outside of it");
      }
      if (column != null && groups.areSets() && !column.getType().isNullable()) {
        throw SqlMistake.at(
            id.getParserPosition(),
            "a subquery cannot use '"
                + column.getName()
                + "' of a query with ROLLUP, CUBE or GROUPING SETS, which make it NULL: move"
                + " the grouped query to FROM, and the subquery outside of it");
      }
      return null;
    }

    private RelDataTypeField column(List<String> names) {
      final RelDataType row = relations.get(names.get(names.size() - 2));
      return row == null ? null : row.getField(names.get(names.size() - 1), false, false);
    }
  }
}
