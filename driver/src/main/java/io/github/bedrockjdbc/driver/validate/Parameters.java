package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.parameter.Parameter;
import io.github.bedrockjdbc.driver.parameter.Parameter.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** The question marks of a statement, while it is validated: what is known of each so far. */
public final class Parameters {
  private final RelDataTypeFactory types;
  private final List<Parameter> known = new ArrayList<>();
  private final List<Set<Integer>> open = new ArrayList<>();
  private final Set<SqlNode> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean areSettled;

  /**
   * @param statement as it was parsed; where it takes literals alone, they will be written into it
   */
  public Parameters(SqlNode statement, Declarations declared, RelDataTypeFactory types) {
    this.types = types;
    statement.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlDynamicParam mark) {
            while (known.size() <= mark.getIndex()) {
              known.add(null);
            }
            return null;
          }
        });
    if (known.isEmpty()) {
      return;
    }
    declared
        .byIndex()
        .forEach(
            (index, declaration) -> {
              if (declaration instanceof Declarations.OfType type) {
                known.set(index, new Parameter(type(type), Role.DECLARED));
              } else if (declaration instanceof Declarations.Guess guess) {
                know(index, types.createSqlType(guess.name()), Role.OPEN);
              }
            });
    statement.accept(new DeclaredCasts(this));
    statement.accept(new WrittenParameters(declared, this));
  }

  private RelDataType type(Declarations.OfType declared) {
    return nullable(
        declared.name() == SqlTypeName.DECIMAL
            ? types.createSqlType(declared.name(), declared.precision(), declared.scale())
            : types.createSqlType(declared.name()));
  }

  private RelDataType nullable(RelDataType type) {
    return types.createTypeWithNullability(type, true);
  }

  /** Whether a node is a question mark of which nothing is known. */
  boolean isOpen(SqlNode node) {
    return node instanceof SqlDynamicParam mark && known.get(mark.getIndex()) == null;
  }

  boolean anyOpen() {
    return known.contains(null);
  }

  /** The type of a question mark; null if nothing is known. */
  RelDataType type(SqlDynamicParam mark) {
    final Parameter parameter = known.get(mark.getIndex());
    return parameter == null ? null : parameter.type();
  }

  void know(SqlNode mark, SqlTypeName type, Role role) {
    know(mark, types.createSqlType(type), role);
  }

  /** Texts are neither padded nor cut, whatever they stand beside; only a cast cuts. */
  void know(SqlNode mark, RelDataType type, Role role) {
    know(((SqlDynamicParam) mark).getIndex(), type, role);
  }

  private void know(int index, RelDataType type, Role role) {
    final boolean isCast = role == Role.CAST && type.getSqlTypeName() == SqlTypeName.VARCHAR;
    known.set(
        index,
        new Parameter(
            nullable(
                SqlTypeUtil.isCharacter(type) && !isCast
                    ? types.createSqlType(SqlTypeName.VARCHAR)
                    : type),
            role));
  }

  /** Nothing decides on these, which are of one type; so they are of this until a value says. */
  void leaveOpen(List<? extends SqlNode> marks, SqlTypeName type) {
    marks.forEach(mark -> know(mark, type, Role.OPEN));
    open.add(
        marks.stream()
            .map(mark -> ((SqlDynamicParam) mark).getIndex())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  void forget(SqlNode mark) {
    known.set(((SqlDynamicParam) mark).getIndex(), null);
  }

  /** Of all question marks; text where nothing is known. */
  public List<Parameter> all() {
    final Parameter text =
        new Parameter(nullable(types.createSqlType(SqlTypeName.VARCHAR)), Role.COMPARED);
    return known.stream().map(parameter -> parameter == null ? text : parameter).toList();
  }

  /** Validation has come to a name or a literal. */
  void reach(SqlNode leaf) {
    reached.add(leaf);
  }

  /** To how many of them it came. */
  public int reach() {
    return reached.size();
  }

  /** The statement is valid. */
  public void settle() {
    areSettled = true;
  }

  /** Whether the statement is valid with the types of its question marks. */
  public boolean areSettled() {
    return areSettled;
  }

  /** Question marks whose type nothing but a value decides, those of one type together. */
  public List<Set<Integer>> open() {
    return open.stream().filter(marks -> marks.stream().allMatch(this::isLeftOpen)).toList();
  }

  private boolean isLeftOpen(int index) {
    return known.get(index) != null && known.get(index).role() == Role.OPEN;
  }
}
