package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import io.github.bedrockjdbc.driver.type.CommonType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * Question marks that are a column by themselves, of one row of VALUES or of one branch of a set
 * operation: the other rows, or branches, decide on their type.
 */
final class AlignedColumns {
  /**
   * Where a question mark stands.
   *
   * @param sources rows or queries, whose columns are aligned
   */
  private record Place(List<SqlNode> sources, int column) {}

  private final ParameterValidator validator;
  private final Parameters parameters;
  private final Map<Integer, Place> places = new HashMap<>();

  AlignedColumns(ParameterValidator validator, Parameters parameters) {
    this.validator = validator;
    this.parameters = parameters;
  }

  /** Called for inner queries before outer ones, which know more. */
  void remember(SqlCall call) {
    final boolean isAligned =
        call.getKind() == SqlKind.VALUES || SqlKind.SET_QUERY.contains(call.getKind());
    final List<SqlNode> sources = isAligned ? OpenBranches.sources(call) : List.of();
    for (SqlNode source : sources) {
      final List<SqlNode> columns = OpenBranches.columns(source);
      for (int i = 0; i < columns.size() && !OpenBranches.isStar(columns.get(i)); i++) {
        final Place place = new Place(sources, i);
        OpenBranches.marks(columns.get(i)).forEach(mark -> places.put(mark.getIndex(), place));
      }
    }
  }

  /**
   * Decides on the question marks that a function chooses from as a column.
   *
   * @param scope of the query in which the call stands
   */
  void decide(SqlCall call, SqlValidatorScope scope) {
    if (!OpenBranches.CHOOSING.contains(call.getKind())) {
      return;
    }
    for (SqlDynamicParam mark : OpenBranches.marks(call)) {
      final RelDataType type = parameters.isOpen(mark) ? typeOf(mark, scope) : null;
      if (type != null) {
        parameters.know(mark, type, Role.BRANCH);
      }
    }
  }

  /**
   * The type that the others give a question mark; null if they do not.
   *
   * @param scope of the row in which it stands
   */
  RelDataType typeOf(SqlDynamicParam mark, SqlValidatorScope scope) {
    final Place place = places.get(mark.getIndex());
    if (place == null) {
      return null;
    }
    final List<RelDataType> types =
        place.sources().stream()
            .map(source -> typeOf(source, place.column(), scope))
            .filter(Objects::nonNull)
            .toList();
    return CommonType.of(types, validator.getTypeFactory());
  }

  /** A question mark and those of its column: what nothing decides is the same for all of them. */
  List<SqlDynamicParam> open(SqlDynamicParam mark) {
    final Place place = places.get(mark.getIndex());
    if (place == null) {
      return List.of(mark);
    }
    return place.sources().stream()
        .map(OpenBranches::columns)
        .filter(columns -> place.column() < columns.size())
        .flatMap(columns -> OpenBranches.marks(columns.get(place.column())).stream())
        .filter(parameters::isOpen)
        .toList();
  }

  private RelDataType typeOf(SqlNode source, int index, SqlValidatorScope scope) {
    final List<SqlNode> columns = OpenBranches.columns(source);
    final boolean isListed =
        index < columns.size()
            && columns.subList(0, index + 1).stream().noneMatch(OpenBranches::isStar);
    if (!isListed) {
      return columns.isEmpty() || columns.stream().anyMatch(OpenBranches::isStar)
          ? ofRow(source, index)
          : null;
    }
    final SqlNode column = SqlUtil.stripAs(columns.get(index));
    if (OpenBranches.marks(column).stream().anyMatch(parameters::isOpen)) {
      return null;
    }
    return validator.deriveType(
        source instanceof SqlSelect select ? validator.getSelectScope(select) : scope, column);
  }

  private RelDataType ofRow(SqlNode query, int index) {
    final List<RelDataTypeField> fields = validator.getNamespace(query).getRowType().getFieldList();
    return index < fields.size() ? fields.get(index).getType() : null;
  }
}
