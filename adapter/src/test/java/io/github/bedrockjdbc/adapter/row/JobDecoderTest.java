package io.github.bedrockjdbc.adapter.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobDecoderTest {
  private static final String ARN =
      "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl";

  private static final String FULL =
      """
      {"jobArn": "%s", "jobName": "nightly-7", "status": "Failed",
       "modelId": "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
       "roleArn": "arn:aws:iam::123456789012:role/batch", "message": "why",
       "clientRequestToken": "token", "submitTime": "2026-03-03T22:57:41.101Z",
       "lastModifiedTime": "2026-03-03T23:57:41Z", "endTime": "2026-03-04T01:02:03.4567+01:00",
       "jobExpirationTime": "1969-12-31T23:59:59.999Z", "timeoutDurationInHours": 24,
       "modelInvocationType": "Converse", "totalRecordCount": 4000000000,
       "processedRecordCount": 3, "successRecordCount": 2, "errorRecordCount": 1,
       "inputDataConfig": {"s3InputDataConfig": {"s3Uri": "s3://in/a.jsonl",
         "s3InputFormat": "JSONL", "s3BucketOwner": "111111111111"}},
       "outputDataConfig": {"s3OutputDataConfig": {"s3Uri": "s3://out/",
         "s3EncryptionKeyId": "key", "s3BucketOwner": "222222222222"}},
       "vpcConfig": {"subnetIds": ["subnet-1", "subnet-2"], "securityGroupIds": ["sg-1"]},
       "tags": [{"deep": {"er": [1, 2, {}]}}], "novel": null}
      """
          .formatted(ARN);

  private final Execution execution = new Execution(Cancellation.unlimited(), 1);

  @Test
  void everyColumnHasItsField() throws IOException {
    final Map<JobColumn, Object> row = decode(FULL, JobColumn.all());

    final Map<JobColumn, Object> expected = new LinkedHashMap<>();
    expected.put(JobColumn.JOB_ID, "abcdefghijkl");
    expected.put(JobColumn.JOB_NAME, "nightly-7");
    expected.put(JobColumn.STATUS, "Failed");
    expected.put(
        JobColumn.MODEL_ID, "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0");
    expected.put(JobColumn.SUBMIT_TIME, millis("2026-03-03T22:57:41.101Z"));
    expected.put(JobColumn.LAST_MODIFIED_TIME, millis("2026-03-03T23:57:41Z"));
    expected.put(JobColumn.END_TIME, millis("2026-03-04T00:02:03.456Z"));
    expected.put(JobColumn.EXPIRATION_TIME, -1L);
    expected.put(JobColumn.TIMEOUT_HOURS, 24);
    expected.put(JobColumn.MESSAGE, "why");
    expected.put(JobColumn.INVOCATION_TYPE, "Converse");
    expected.put(JobColumn.TOTAL_RECORDS, 4_000_000_000L);
    expected.put(JobColumn.PROCESSED_RECORDS, 3L);
    expected.put(JobColumn.SUCCESS_RECORDS, 2L);
    expected.put(JobColumn.ERROR_RECORDS, 1L);
    expected.put(JobColumn.INPUT_S3_URI, "s3://in/a.jsonl");
    expected.put(JobColumn.INPUT_FORMAT, "JSONL");
    expected.put(JobColumn.INPUT_BUCKET_OWNER, "111111111111");
    expected.put(JobColumn.OUTPUT_S3_URI, "s3://out/");
    expected.put(JobColumn.OUTPUT_KMS_KEY_ID, "key");
    expected.put(JobColumn.OUTPUT_BUCKET_OWNER, "222222222222");
    expected.put(JobColumn.ROLE_ARN, "arn:aws:iam::123456789012:role/batch");
    expected.put(JobColumn.SUBNET_IDS, "[\"subnet-1\",\"subnet-2\"]");
    expected.put(JobColumn.SECURITY_GROUP_IDS, "[\"sg-1\"]");
    expected.put(JobColumn.CLIENT_REQUEST_TOKEN, "token");
    expected.put(JobColumn.JOB_ARN, ARN);
    expected.put(JobColumn.REGION, "eu-west-3");
    expected.put(JobColumn.ACCOUNT_ID, "123456789012");
    expected.put(JobColumn.MODEL, "amazon.nova-micro-v1:0");
    assertThat(row).isEqualTo(expected);
    assertThat(execution.warnings()).isEmpty();
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() throws IOException {
    final List<String> fields =
        List.of(
            "\"jobArn\": \"" + ARN + "\"",
            "\"jobName\": \"nightly-7\"",
            "\"\": \"no name\"",
            "\"novel\": [{\"jobName\": \"not this one\"}]",
            "\"inputDataConfig\": {\"inputDataConfig\": 1, \"s3InputDataConfig\":"
                + " {\"s3BucketOwner\": \"in-owner\", \"s3Uri\": \"in\"}}",
            "\"outputDataConfig\": {\"s3OutputDataConfig\":"
                + " {\"s3Uri\": \"out\", \"s3BucketOwner\": \"out-owner\"}}");
    final List<JobColumn> columns =
        List.of(
            JobColumn.JOB_ARN,
            JobColumn.JOB_NAME,
            JobColumn.INPUT_S3_URI,
            JobColumn.INPUT_BUCKET_OWNER,
            JobColumn.OUTPUT_S3_URI,
            JobColumn.OUTPUT_BUCKET_OWNER);
    final JobDecoder decoder = new JobDecoder(new RowLayout(columns), "eu-west-3", execution);
    for (int turn = 0; turn < 3; turn++) {
      for (int from = 0; from < fields.size(); from++) {
        final List<String> turned = new ArrayList<>(fields);
        Collections.rotate(turned, from);
        assertThat(decoder.read(parser("{" + String.join(", ", turned) + "}")))
            .containsExactly(ARN, "nightly-7", "in", "in-owner", "out", "out-owner");
        Collections.reverse(turned);
        assertThat(decoder.read(parser("{" + String.join(", ", turned) + "}")))
            .containsExactly(ARN, "nightly-7", "in", "in-owner", "out", "out-owner");
      }
    }
  }

  @Test
  void onlyTheColumnsAskedForAreRead() throws IOException {
    final String broken = FULL.replace("\"2026-03-03T22:57:41.101Z\"", "{\"not\": \"a time\"}");

    assertThat(decode(broken, List.of(JobColumn.JOB_NAME, JobColumn.JOB_ARN)))
        .containsOnly(
            Map.entry(JobColumn.JOB_NAME, "nightly-7"), Map.entry(JobColumn.JOB_ARN, ARN));
  }

  @Test
  void absentAndNullFieldsAreNull() throws IOException {
    final String sparse =
        "{\"jobArn\":\"" + ARN + "\",\"status\":null,\"inputDataConfig\":null,\"vpcConfig\":{}}";

    assertThat(
            decode(
                    sparse,
                    List.of(
                        JobColumn.STATUS,
                        JobColumn.INPUT_S3_URI,
                        JobColumn.SUBNET_IDS,
                        JobColumn.TOTAL_RECORDS,
                        JobColumn.JOB_ARN))
                .values())
        .containsExactly(null, null, null, null, ARN);
  }

  @Test
  void aMissingRequiredTextIsEmptyAndNamedInAWarning() throws IOException {
    final Map<JobColumn, Object> row =
        decode(
            "{\"jobArn\":\"" + ARN + "\"}",
            List.of(JobColumn.JOB_NAME, JobColumn.MODEL, JobColumn.JOB_ARN));

    assertThat(row).containsEntry(JobColumn.JOB_NAME, "").containsEntry(JobColumn.MODEL, "");
    assertThat(execution.warnings())
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).endsWith(": " + ARN))
        .anySatisfy(text -> assertThat(text).contains("'jobName'"))
        .anySatisfy(text -> assertThat(text).contains("'modelId'"));
  }

  @Test
  void whatIsShownAsJsonIsShownAsItCame() throws IOException {
    final String odd = "[1E+999,12345678901234567890.12345678901234567890,null,{\"a\":[]}]";
    assertThat(
            decode(
                "{\"jobArn\":\"" + ARN + "\",\"vpcConfig\":{\"subnetIds\":" + odd + "}}",
                List.of(JobColumn.SUBNET_IDS, JobColumn.JOB_ARN)))
        .containsEntry(JobColumn.SUBNET_IDS, odd);
  }

  @Test
  void anotherJobsAnswerIsRefused() throws IOException {
    final ObjectReader<Object[]> reader =
        new JobDecoder(new RowLayout(List.of(JobColumn.JOB_ARN)), "eu-west-3", execution).of(ARN);
    assertThat(reader.read(parser("{\"jobArn\":\"" + ARN + "\"}"))).containsExactly(ARN);
    assertThatThrownBy(
            () -> reader.read(parser("{\"jobArn\":\"x\\u202e" + "y".repeat(999) + "\"}")))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("the response describes another job, x?yyy")
        .hasMessageEndingWith("…");
  }

  @Test
  void aJobWithoutArnFails() {
    assertBad("{\"jobName\":\"x\"}", "a job without 'jobArn'");
  }

  @Test
  void aMissingSubmitTimeFails() {
    assertBad("{\"jobArn\":\"" + ARN + "\"}", "'submitTime' is missing in job " + ARN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'submitTime':'yesterday' | 'submitTime' is not a time: 'yesterday'",
        "'submitTime':1234567890 | 'submitTime' is not a text: '1234567890'",
        "'endTime':'2026-02-30T00:00:00Z' | 'endTime' is not a time: '2026-02-30T00:00:00Z'",
        "'jobName':7 | 'jobName' is not a text: '7'",
        "'jobName':{} | 'jobName' is not a text",
        "'totalRecordCount':'many' | 'totalRecordCount' is not a whole number: 'many'",
        "'totalRecordCount':1.5 | 'totalRecordCount' is not a whole number: '1.5'",
        "'totalRecordCount':99999999999999999999 | 'totalRecordCount' is not a number of this size",
        "'timeoutDurationInHours':3000000000 | 'timeoutDurationInHours' is not a number of this",
        "'inputDataConfig':'s3' | 'inputDataConfig' is not an object: 's3'",
        "'message':7 | 'message' is not a text"
      })
  void aFieldOfAnotherTypeFailsAndIsNamed(String field, String text) {
    assertBad("{" + field.replace('\'', '"') + "}", text);
  }

  @Test
  void aFailureMessageIsNeverQuoted() {
    assertThatThrownBy(() -> decode("{\"message\": 4711}", JobColumn.all()))
        .isInstanceOf(ApiException.class)
        .hasMessageNotContaining("4711");
  }

  private void assertBad(String json, String text) {
    assertThatThrownBy(() -> decode(json, JobColumn.all()))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(ApiException.Kind.BAD_ANSWER))
        .hasMessageContaining(text);
  }

  private Map<JobColumn, Object> decode(String json, List<JobColumn> columns) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      final Object[] row =
          new JobDecoder(new RowLayout(columns), "eu-west-3", execution).read(parser);
      assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
      final Map<JobColumn, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        values.put(columns.get(i), row[i]);
      }
      return values;
    }
  }

  /** As an answer comes: the parser of bytes has ways of its own. */
  private static JsonParser parser(String json) throws IOException {
    final JsonParser parser = new JsonFactory().createParser(json.getBytes(StandardCharsets.UTF_8));
    parser.nextToken();
    return parser;
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
