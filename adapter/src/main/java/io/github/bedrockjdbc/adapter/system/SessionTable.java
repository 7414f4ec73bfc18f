package io.github.bedrockjdbc.adapter.system;

import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.system.SystemTable.Column;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.schema.Table;

/** The table {@code session}: under which settings and credentials this connection asks. */
public final class SessionTable {
  /** Name of the table. */
  public static final String NAME = "session";

  private static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>(
              "name", VARCHAR, false, Row::name, "Property, or other fact about the session."),
          new Column<>(
              "setting", VARCHAR, true, Row::setting, "Effective value; *** for a secret."),
          new Column<>("description", VARCHAR, false, Row::description, "What it means."));

  public static final TableDescription DESCRIPTION =
      SystemTable.description(
          NAME, "Effective settings and the origin of credentials, one row per setting.", COLUMNS);

  private SessionTable() {}

  public static Table of(Engine engine) {
    return new SystemTable<>(DESCRIPTION, COLUMNS, () -> rows(engine));
  }

  private static List<Row> rows(Engine engine) {
    final List<Row> rows = new ArrayList<>();
    rows.add(new Row("userAgent", Engine.userAgent(), "User agent that the service logs."));
    for (Property<?> property : Property.ALL) {
      rows.add(
          new Row(
              property.key(),
              engine.config().shown(property).orElse(null),
              property.description()));
    }
    for (Source source : engine.sources()) {
      rows.add(
          new Row(
              "credentials of " + source,
              source.credentialSource().orElse(null),
              "Where they came from; null before the first request."));
    }
    return rows;
  }

  private record Row(String name, String setting, String description) {}
}
