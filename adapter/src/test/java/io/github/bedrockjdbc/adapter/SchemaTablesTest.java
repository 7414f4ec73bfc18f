package io.github.bedrockjdbc.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.lookup.LikePattern;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a schema describes is what statements can read of it, in any case of letters. */
class SchemaTablesTest {
  private static final RelDataTypeFactory TYPES = new SqlTypeFactoryImpl(RelDataTypeSystem.DEFAULT);

  @AutoClose private final BedrockEmulator emulator = Emulated.jobs(1);
  @AutoClose private final Engine engine = new Engine(Emulated.config(emulator));

  @Test
  void jobs() {
    final JobsSchema schema = new JobsSchema(engine);
    assertThat(schema.tables().getNames(LikePattern.any()))
        .containsExactlyInAnyOrderElementsOf(names(JobsSchema.descriptions()));
    assertFound(schema);
  }

  @Test
  void information() {
    final InformationSchema schema = new InformationSchema();
    final List<String> names = new ArrayList<>(names(InformationSchema.descriptions()));
    names.add("constraints"); // the old name of one of them
    assertThat(schema.tables().getNames(LikePattern.any()))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(schema.tables().get("constraints").getRowType(TYPES))
        .isEqualTo(schema.tables().get("table_constraints").getRowType(TYPES));
    assertFound(schema);
  }

  private static void assertFound(Schema schema) {
    assertThat(schema.tables().getNames(LikePattern.any())).isNotEmpty();
    for (String name : schema.tables().getNames(LikePattern.any())) {
      assertThat(schema.tables().get(name)).isNotNull().isSameAs(schema.tables().get(name));
      assertThat(schema.tables().getIgnoreCase(name.toUpperCase(Locale.ROOT)).name())
          .isEqualTo(name);
    }
    assertThat(schema.tables().get("none")).isNull();
    assertThat(schema.tables().getIgnoreCase("none")).isNull();
  }

  private static List<String> names(List<TableDescription> descriptions) {
    return descriptions.stream().map(TableDescription::name).toList();
  }
}
