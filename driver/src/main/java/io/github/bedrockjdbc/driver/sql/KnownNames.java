package io.github.bedrockjdbc.driver.sql;

import io.github.bedrockjdbc.adapter.InformationSchema;
import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.config.Suggestion;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import io.github.bedrockjdbc.driver.function.DriverFunctions;
import io.github.bedrockjdbc.driver.function.Functions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** The names that a statement may have meant: of the schema's tables, and those of its own. */
public final class KnownNames extends SqlBasicVisitor<Void> {
  private static final List<String> SCHEMAS = List.of(JobsSchema.NAME, InformationSchema.NAME);

  /** Tables that are found only with their schema before them. */
  private static final List<String> QUALIFIED =
      InformationSchema.descriptions().stream().map(TableDescription::name).toList();

  private final Map<String, List<String>> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> tablesByAlias = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> aliases = new LinkedHashSet<>();
  private final Set<String> schemas = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * @param statement as it was parsed
   */
  public KnownNames(SqlNode statement, CalciteSchema root, RelDataTypeFactory types) {
    for (String name : SCHEMAS) {
      final CalciteSchema schema = root.getSubSchema(name, false);
      for (String table : schema.getTableNames()) {
        columns.put(
            table, schema.getTable(table, false).getTable().getRowType(types).getFieldNames());
      }
    }
    statement.accept(this);
  }

  @Override
  public Void visit(SqlCall call) {
    if (call.getKind() == SqlKind.AS && call.operand(1) instanceof SqlIdentifier alias) {
      aliases.add(alias.getSimple());
      if (call.operand(0) instanceof SqlIdentifier table) {
        table(table).ifPresent(name -> tablesByAlias.put(alias.getSimple(), name));
      }
    }
    return super.visit(call);
  }

  @Override
  public Void visit(SqlIdentifier name) {
    table(name).ifPresent(table -> tablesByAlias.put(table, table));
    if (name.names.size() == 2) {
      schemas.add(name.names.get(0));
    }
    return null;
  }

  private Optional<String> table(SqlIdentifier name) {
    final String last = name.names.get(name.names.size() - 1);
    return columns.keySet().stream().filter(last::equalsIgnoreCase).findFirst();
  }

  /** Whether the statement takes it for a schema. */
  boolean isSchema(String name) {
    return schemas.contains(name) && SCHEMAS.stream().noneMatch(name::equalsIgnoreCase);
  }

  /** Where a column was sought, as far as it is one place. */
  String inTable(String alias) {
    final Set<String> tables = new TreeSet<>(tablesByAlias.values());
    final String table =
        alias == null
            ? tables.size() == 1 ? tables.iterator().next() : null
            : tablesByAlias.getOrDefault(alias, alias);
    return table == null ? "" : " in table '" + table + "'";
  }

  /** The column that may be meant, as the end of a sentence. */
  String orColumn(String column) {
    final Set<String> known = new LinkedHashSet<>();
    tablesByAlias.values().forEach(table -> known.addAll(columns.get(table)));
    known.addAll(aliases);
    return orElse(column, known);
  }

  /** The table or schema that may be meant, as the end of a sentence. */
  String orTable(String table) {
    if (isSchema(table)) {
      return orElse(table, SCHEMAS);
    }
    return Suggestion.to(table, columns.keySet())
        .map(KnownNames::withSchema)
        .filter(near -> !near.equalsIgnoreCase(table))
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }

  private static String withSchema(String table) {
    return (QUALIFIED.contains(table) ? InformationSchema.NAME + "." : "") + table;
  }

  /** What is wrong with a call that matches no function. */
  String function(String name) {
    final Set<String> functions = Functions.names();
    return functions.contains(name.toUpperCase(Locale.ROOT))
        ? "function '" + name + "' does not take these arguments" + DriverFunctions.forms(name)
        : "function '" + name + "' not found" + orElse(name.toUpperCase(Locale.ROOT), functions);
  }

  private static String orElse(String word, Collection<String> known) {
    return Suggestion.to(word, known)
        .filter(near -> !near.equalsIgnoreCase(word))
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }
}
