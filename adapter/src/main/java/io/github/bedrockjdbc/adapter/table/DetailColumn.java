package io.github.bedrockjdbc.adapter.table;

import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The columns of {@code job_details} behind those of {@code jobs}, in order. New ones are only ever
 * appended.
 */
public enum DetailColumn implements TableColumn {
  INPUT_TOKENS("input_tokens", BIGINT, true, "Input tokens, from the manifest."),
  OUTPUT_TOKENS("output_tokens", BIGINT, true, "Output tokens, from the manifest."),
  MANIFEST_TOTAL_RECORDS(
      "manifest_total_records", BIGINT, true, "Records in the input, from the manifest."),
  MANIFEST_PROCESSED_RECORDS(
      "manifest_processed_records", BIGINT, true, "Records processed, from the manifest."),
  MANIFEST_SUCCESS_RECORDS(
      "manifest_success_records",
      BIGINT,
      true,
      "Records processed successfully, from the manifest."),
  MANIFEST_ERROR_RECORDS(
      "manifest_error_records", BIGINT, true, "Records that failed, from the manifest."),
  MANIFEST_URI(
      "manifest_uri",
      VARCHAR,
      true,
      "S3 location of the manifest; null if the job has no output location."),
  USAGE_STATE(
      "usage_state",
      VARCHAR,
      false,
      "Whether the manifest was read: read, pending (the job has not ended), missing, denied,"
          + " encrypted, elsewhere, unreadable or none (no output location)."),
  TAGS(
      "tags",
      VARCHAR,
      true,
      "Tags, as a JSON object sorted by key; null where the tagging service lists none."),
  TAGS_STATE(
      "tags_state",
      VARCHAR,
      false,
      "Whether the tags were read: read, unlisted (the tagging service does not list the job),"
          + " denied or unreadable."),
  INPUT_NAME("input_name", VARCHAR, true, "File name of the input: the end of input_s3_uri."),
  RESULT_URI(
      "result_uri", VARCHAR, true, "S3 location of the results for the input; made, not read.");

  private final String columnName;
  private final SqlTypeName type;
  private final boolean nullable;
  private final String description;

  DetailColumn(String columnName, SqlTypeName type, boolean nullable, String description) {
    this.columnName = columnName;
    this.type = type;
    this.nullable = nullable;
    this.description = description;
  }

  @Override
  public String columnName() {
    return columnName;
  }

  @Override
  public SqlTypeName type() {
    return type;
  }

  @Override
  public boolean isNullable() {
    return nullable;
  }

  @Override
  public String description() {
    return description;
  }
}
