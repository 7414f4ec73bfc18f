package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.ConfigException;
import io.github.bedrockjdbc.adapter.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;

/**
 * Makes the schema for a Calcite model file: its operands are the connection properties of the
 * driver's URL. The engine lives as long as the schema does.
 */
public final class JobsSchemaFactory implements SchemaFactory {
  /** What Calcite itself puts among the operands. */
  private static final Set<String> OF_CALCITE = Set.of("modelUri", "baseDirectory", "tables");

  /** Throws {@link ConfigException} for an operand that is unknown or refused. */
  @Override
  public Schema create(SchemaPlus parentSchema, String name, Map<String, Object> operand) {
    final Map<String, String> given = new LinkedHashMap<>();
    operand.forEach((key, value) -> given.put(key, String.valueOf(value)));
    return new JobsSchema(new Engine(Config.of(given, OF_CALCITE)));
  }
}
