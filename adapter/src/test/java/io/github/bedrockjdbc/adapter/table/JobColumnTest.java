package io.github.bedrockjdbc.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

class JobColumnTest {
  /** Users rely on names and order: a column is appended, never moved or renamed. */
  @Test
  void namesAndOrderAreFixed() {
    assertThat(JobColumn.all())
        .extracting(JobColumn::columnName)
        .startsWith(
            "job_id",
            "job_name",
            "status",
            "model_id",
            "submit_time",
            "last_modified_time",
            "end_time",
            "expiration_time",
            "timeout_hours",
            "message",
            "invocation_type",
            "total_records",
            "processed_records",
            "success_records",
            "error_records",
            "input_s3_uri",
            "input_format",
            "input_bucket_owner",
            "output_s3_uri",
            "output_kms_key_id",
            "output_bucket_owner",
            "role_arn",
            "subnet_ids",
            "security_group_ids",
            "client_request_token",
            "job_arn",
            "region",
            "account_id",
            "model");
  }

  @Test
  void theServiceAlwaysSendsWhatCannotBeNull() {
    assertThat(JobColumn.all())
        .filteredOn(column -> !column.isNullable())
        .containsExactlyElementsOf(
            List.of(
                JobColumn.JOB_ID,
                JobColumn.JOB_NAME,
                JobColumn.MODEL_ID,
                JobColumn.SUBMIT_TIME,
                JobColumn.JOB_ARN,
                JobColumn.REGION,
                JobColumn.ACCOUNT_ID,
                JobColumn.MODEL));
  }

  @Test
  void timesHaveMilliseconds() {
    assertThat(JobColumn.all())
        .filteredOn(column -> column.type() == SqlTypeName.TIMESTAMP)
        .hasSize(4)
        .allSatisfy(column -> assertThat(column.precision()).isEqualTo(3));
  }

  @Test
  void everyColumnIsDescribed() {
    assertThat(JobColumn.all())
        .allSatisfy(column -> assertThat(column.description()).endsWith("."));
  }
}
