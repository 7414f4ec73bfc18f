/**
 * The face of the adapter: what a Calcite model file or the driver names. {@link
 * io.github.bedrockjdbc.adapter.JobsSchemaFactory} makes the schema {@code bedrock} from connection
 * properties; {@link io.github.bedrockjdbc.adapter.InformationSchema} describes its tables as the
 * SQL standard does.
 *
 * <p>Nothing here plans, reads or calls. Begin with {@code JobsSchema}, then {@code
 * plan.JobsTable}, and follow a scan down: {@code plan}, {@code walk}, {@code row}, {@code
 * pushdown}, {@code table}.
 */
package io.github.bedrockjdbc.adapter;
