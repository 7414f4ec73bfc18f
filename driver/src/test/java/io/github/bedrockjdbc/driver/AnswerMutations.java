package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Answers that were right once, each spoilt in a few places; the same for the same seed. */
final class AnswerMutations {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "1.5",
          "99999999999999999999",
          "1".repeat(1001),
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"\\u0000\\u001b[2J\\u202e\\ufeff\"",
          "\"\\ud800\"",
          "\"" + "x".repeat(5000) + "\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"+999999999-01-01T00:00:00Z\"",
          "\"2026-01-01T00:00:00.1234567890123Z\"",
          "\"arn:aws:bedrock:us-east-1:1:model-invocation-job/x\"",
          "[]",
          "{}",
          "[[[]]]",
          "[".repeat(1200) + "]".repeat(1200),
          "{\"a\": {\"jobArn\": 1}}");

  private static final List<String> SNIPPETS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\u0000",
          "\u001b",
          "\u202e",
          "\ufeff",
          "\\u",
          "\ud83d\ude00",
          "null",
          "NaN",
          "//",
          "/*",
          "\"jobArn\":",
          "\"nextToken\":\"n\",",
          "\"__type\":\"ThrottlingException\",",
          "\"message\":\"a\\nb\",",
          "<html>",
          "\n\n");

  private static final List<String> TYPES =
      List.of(
          "ThrottlingException",
          "AccessDeniedException",
          "ResourceNotFoundException",
          "ExpiredTokenException",
          "RequestTimeout",
          "InternalServerException:http://x",
          "com.amazon#ServiceUnavailableException",
          "Throttling\u001b[1mException",
          "",
          ":",
          "#",
          "x".repeat(3000));

  private static final int[] STATUS = {
    200, 200, 200, 200, 201, 202, 206, 226, 300, 302, 304, 307, 400, 400, 401, 403, 403, 404, 407,
    408, 409, 413, 418, 429, 431, 500, 501, 502, 503, 504, 505, 599, 600, 999
  };

  private final Random random;
  private final Job job;

  AnswerMutations(long seed, Job job) {
    this.random = new Random(seed);
    this.job = job;
  }

  /** An answer to a call for a list or for a job's own. */
  Fault.Custom next(boolean isList) {
    final int status = STATUS[random.nextInt(STATUS.length)];
    String body = status == 200 ? isList ? list() : job() : error();
    for (int times = random.nextInt(3); times > 0; times--) {
      body = spoilt(body);
    }
    final Map<String, String> headers = new HashMap<>();
    header(headers, "x-amzn-ErrorType", TYPES);
    header(headers, "x-amzn-RequestId", List.of("", " ", "\u001b\u009b", "y".repeat(9000)));
    header(headers, "Date", List.of("", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"));
    header(headers, "Content-Type", List.of("text/html", "\u0007", "application/json; charset=x"));
    header(headers, "Retry-After", List.of("", "-1", "1e9", "99999999999", "tomorrow"));
    header(headers, "WWW-Authenticate", List.of("", "Basic", "Basic realm=\"\u001b\""));
    return new Fault.Custom(status, headers, body);
  }

  private void header(Map<String, String> headers, String name, List<String> values) {
    if (random.nextInt(5) == 0) {
      headers.put(name, any(values));
    }
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A value may be another one. */
  private String or(String value) {
    return random.nextInt(12) == 0 ? any(VALUES) : value;
  }

  private String list() {
    return "{\"invocationJobSummaries\": "
        + or("[" + or(job()) + "," + or(job().replace(job.jobArn(), job.jobArn() + "1")) + "]")
        + (random.nextBoolean() ? ", \"nextToken\": " + or("\"next+/=\"") : "")
        + "}";
  }

  private String job() {
    return "{\"jobArn\": "
        + or("\"" + job.jobArn() + "\"")
        + ", \"jobName\": "
        + or("\"n\"")
        + ", \"modelId\": "
        + or("\"m\"")
        + ", \"roleArn\": "
        + or("\"r\"")
        + ", \"status\": "
        + or("\"Failed\"")
        + ", \"message\": "
        + or("\"why\"")
        + ", \"submitTime\": "
        + or("\"2026-03-03T22:57:41.101Z\"")
        + ", \"endTime\": "
        + or("\"2026-03-04T22:57:41Z\"")
        + ", \"timeoutDurationInHours\": "
        + or("24")
        + ", \"totalRecordCount\": "
        + or("4000000000")
        + ", \"vpcConfig\": "
        + or("{\"subnetIds\": " + or("[\"s\"]") + "}")
        + ", \"inputDataConfig\": "
        + or("{\"s3InputDataConfig\": {\"s3Uri\": " + or("\"s3://in\"") + "}}")
        + ", \"outputDataConfig\": {\"s3OutputDataConfig\": {\"s3Uri\": \"s3://out\"}}"
        + ", \"novel\": "
        + or("1")
        + "}";
  }

  private String error() {
    return "{\"__type\": "
        + or("\"" + any(TYPES).replace("\u001b", "\\u001b") + "\"")
        + ", \"message\": "
        + or("\"no\\r\\nAuthorization: x\"")
        + "}";
  }

  private String spoilt(String body) {
    final int from = random.nextInt(body.length() + 1);
    final int to = Math.min(body.length(), from + random.nextInt(20));
    return switch (random.nextInt(5)) {
      case 0 -> body.substring(0, from);
      case 1 -> body.substring(0, from) + body.substring(to);
      case 2 -> body.substring(0, to) + body.substring(from);
      case 3 -> body + any(SNIPPETS);
      default -> body.substring(0, from) + any(SNIPPETS) + body.substring(from);
    };
  }
}
