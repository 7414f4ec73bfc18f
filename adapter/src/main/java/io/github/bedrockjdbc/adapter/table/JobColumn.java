package io.github.bedrockjdbc.adapter.table;

import static org.apache.calcite.sql.type.SqlTypeName.BIGINT;
import static org.apache.calcite.sql.type.SqlTypeName.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeName.TIMESTAMP;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import java.util.List;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The columns of {@code jobs}, in order. New ones are only ever appended. Row type, decoding and
 * documentation derive from here.
 */
public enum JobColumn implements TableColumn {
  JOB_ID(
      "job_id",
      VARCHAR,
      false,
      "jobArn",
      Part.AFTER_LAST_SLASH,
      "ID of the job: the last part of its ARN."),
  JOB_NAME("job_name", VARCHAR, false, "jobName", "Name that the job was created with."),
  STATUS(
      "status",
      VARCHAR,
      true,
      "status",
      "Status of the job; new statuses appear as the service sends them."),
  MODEL_ID("model_id", VARCHAR, false, "modelId", "Model, usually as an ARN."),
  SUBMIT_TIME("submit_time", TIMESTAMP, false, "submitTime", "Submission time, UTC."),
  LAST_MODIFIED_TIME(
      "last_modified_time", TIMESTAMP, true, "lastModifiedTime", "Time of the last change, UTC."),
  END_TIME(
      "end_time",
      TIMESTAMP,
      true,
      "endTime",
      "End time, UTC; for an expired job, the end of its validation."),
  EXPIRATION_TIME(
      "expiration_time",
      TIMESTAMP,
      true,
      "jobExpirationTime",
      "Time at which the job times out, UTC."),
  TIMEOUT_HOURS(
      "timeout_hours", INTEGER, true, "timeoutDurationInHours", "Timeout of the job, in hours."),
  MESSAGE(
      "message",
      VARCHAR,
      true,
      "message",
      "Reason why the job failed; costs one request per failed job returned."),
  INVOCATION_TYPE(
      "invocation_type",
      VARCHAR,
      true,
      "modelInvocationType",
      "API that the records are written for, such as InvokeModel or Converse."),
  TOTAL_RECORDS(
      "total_records",
      BIGINT,
      true,
      "totalRecordCount",
      "Records in the input; 0 until processing starts."),
  PROCESSED_RECORDS(
      "processed_records", BIGINT, true, "processedRecordCount", "Records processed so far."),
  SUCCESS_RECORDS(
      "success_records", BIGINT, true, "successRecordCount", "Records processed successfully."),
  ERROR_RECORDS("error_records", BIGINT, true, "errorRecordCount", "Records that failed."),
  INPUT_S3_URI(
      "input_s3_uri",
      VARCHAR,
      true,
      "inputDataConfig.s3InputDataConfig.s3Uri",
      "S3 location of the input."),
  INPUT_FORMAT(
      "input_format",
      VARCHAR,
      true,
      "inputDataConfig.s3InputDataConfig.s3InputFormat",
      "Format of the input, such as JSONL."),
  INPUT_BUCKET_OWNER(
      "input_bucket_owner",
      VARCHAR,
      true,
      "inputDataConfig.s3InputDataConfig.s3BucketOwner",
      "Account that owns the input bucket."),
  OUTPUT_S3_URI(
      "output_s3_uri",
      VARCHAR,
      true,
      "outputDataConfig.s3OutputDataConfig.s3Uri",
      "S3 location of the output."),
  OUTPUT_KMS_KEY_ID(
      "output_kms_key_id",
      VARCHAR,
      true,
      "outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId",
      "KMS key that encrypts the output."),
  OUTPUT_BUCKET_OWNER(
      "output_bucket_owner",
      VARCHAR,
      true,
      "outputDataConfig.s3OutputDataConfig.s3BucketOwner",
      "Account that owns the output bucket."),
  ROLE_ARN("role_arn", VARCHAR, true, "roleArn", "Service role of the job."),
  SUBNET_IDS(
      "subnet_ids",
      VARCHAR,
      true,
      "vpcConfig.subnetIds",
      Part.JSON,
      "Subnets of the job, as a JSON array."),
  SECURITY_GROUP_IDS(
      "security_group_ids",
      VARCHAR,
      true,
      "vpcConfig.securityGroupIds",
      Part.JSON,
      "Security groups of the job, as a JSON array."),
  CLIENT_REQUEST_TOKEN(
      "client_request_token",
      VARCHAR,
      true,
      "clientRequestToken",
      "Idempotency token; null, as the service does not list it today."),
  JOB_ARN("job_arn", VARCHAR, false, "jobArn", "ARN of the job; primary key."),
  REGION("region", VARCHAR, false, "", Part.REGION_ASKED, "Region that was queried."),
  ACCOUNT_ID("account_id", VARCHAR, false, "jobArn", Part.ACCOUNT, "Account that owns the job."),
  MODEL(
      "model",
      VARCHAR,
      false,
      "modelId",
      Part.AFTER_LAST_SLASH,
      "Short model name: the part of model_id after the last slash.");

  /** What of a field's value a column shows. */
  public enum Part {
    /** The value itself. */
    ALL,
    /** Text after the last slash. */
    AFTER_LAST_SLASH,
    /** Fifth part of an ARN. */
    ACCOUNT,
    /** The value's JSON text. */
    JSON,
    /** Nothing of the answer: the region that was asked. */
    REGION_ASKED
  }

  private final String columnName;
  private final SqlTypeName type;
  private final boolean nullable;
  private final String path;
  private final Part part;
  private final String description;

  JobColumn(
      String columnName, SqlTypeName type, boolean nullable, String path, String description) {
    this(columnName, type, nullable, path, Part.ALL, description);
  }

  JobColumn(
      String columnName,
      SqlTypeName type,
      boolean nullable,
      String path,
      Part part,
      String description) {
    this.columnName = columnName;
    this.type = type;
    this.nullable = nullable;
    this.path = path;
    this.part = part;
    this.description = description;
  }

  /** All columns, in order. */
  public static List<JobColumn> all() {
    return List.of(values());
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

  /** Names of the answer's fields from the job down to the value, joined by dots. */
  public String path() {
    return path;
  }

  /** What of the field's value the column shows. */
  public Part part() {
    return part;
  }
}
