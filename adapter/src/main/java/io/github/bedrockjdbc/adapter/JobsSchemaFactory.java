package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;

/**
 * Makes the schema for a Calcite model file, whose operands are the properties of the driver's URL.
 * Its {@code TIMESTAMP} columns are in UTC. HTTP connections and caches live as long as the schema.
 */
public final class JobsSchemaFactory implements SchemaFactory {
  /** What Calcite itself puts among the operands. */
  private static final Set<String> OF_CALCITE = Set.of("modelUri", "baseDirectory", "tables");

  /** Makes a factory, for Calcite. */
  public JobsSchemaFactory() {}

  /**
   * Makes the schema. Sends nothing to the service.
   *
   * @param parentSchema not used
   * @param name not used: Calcite gives the schema the name in the model
   * @param operand connection properties by name; values are taken as text
   * @return the schema with the table {@code jobs} and the system tables
   * @throws RuntimeException if an operand is unknown or its value is not accepted; the message
   *     names it, and quotes no secret
   */
  @Override
  public Schema create(SchemaPlus parentSchema, String name, Map<String, Object> operand) {
    final Map<String, String> given = new LinkedHashMap<>();
    operand.forEach((key, value) -> given.put(key, String.valueOf(value)));
    return new JobsSchema(new Engine(Config.of(given, OF_CALCITE)));
  }
}
