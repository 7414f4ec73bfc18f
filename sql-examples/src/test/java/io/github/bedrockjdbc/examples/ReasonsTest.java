package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.S3Input;
import io.github.bedrockjdbc.emulator.data.S3Output;
import io.github.bedrockjdbc.examples.script.Script;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One reason is not split by what differs between its messages, in any language. */
class ReasonsTest {
  /** A line is one reason. Every other job's buckets are alpha and beta-1. */
  private static final List<List<String>> REASONS =
      List.of(
          List.of(
              "Der Bucket claims-batch-input existiert nicht.",
              "Der Bucket beta-1 existiert nicht.",
              "Der Bucket alpha existiert nicht.",
              "Der Bucket „Nachtlauf“ existiert nicht.",
              "Der Bucket 'x' existiert nicht."),
          List.of(
              "Die Datei s3://a/b.jsonl ist zu groß: 5.001 Zeilen",
              "Die Datei s3://claims-batch-input/c/d/ä-1.jsonl ist zu groß: 12 Zeilen",
              "Die Datei »Entwurf« ist zu groß: 1 234 567 Zeilen",
              "Die Datei alpha/in/part-7.jsonl ist zu groß: -1 Zeilen"),
          List.of("Die Datei s3://a/b.jsonl ist leer", "Die Datei \"c d\" ist leer"),
          List.of(
              "L’entrée « brouillon n° 3 » est introuvable dans s3://alpha/é/x",
              "L’entrée «relevé» est introuvable dans s3://beta-1/y.jsonl"),
          List.of(
              "Le rôle arn:aws:iam::123456789012:role/a n'existe pas",
              "Le rôle arn:aws-cn:iam::210987654321:role/service-role/b+c n'existe pas",
              "Le rôle 'lecteur d'entrée' n'existe pas"),
          List.of(
              "El archivo “a” tiene 3 errores en 'max_tokens', 'top_p' y 'x'",
              "El archivo s3://alpha/b tiene 1.000 errores en 'stop' y 'x'"),
          List.of(
              "入力s3://alpha/入力/一.jsonlを読み取れません",
              "入力s3://bucket-2/x.jsonlを読み取れません",
              "入力「下書き」を読み取れません"),
          List.of("ロールarn:aws:iam::123456789012:role/xが見つかりません", "ロール『夜』が見つかりません"),
          List.of(
              "Файл 'отчёт' содержит ٣ записей", "Файл s3://alpha/отчёт.jsonl содержит 41 записей"),
          // words of a kind in a name are no sign of it
          List.of("Quota exceeded for denied-claims", "Quota exceeded for \"end of life\""),
          List.of(
              "Insufficient permissions to read 's3://alpha/x' with role arn:aws:iam::1:role/y.",
              "Access denied when calling model z"),
          List.of("Model arn:aws:bedrock:::a/b has reached its end of life; 3 records were lost."));

  @Test
  void messagesOfOneReasonAreOne() throws IOException, SQLException {
    final List<Job> jobs = new ArrayList<>();
    final Map<String, String> expected = new TreeMap<>();
    for (int reason = 0; reason < REASONS.size(); reason++) {
      for (final String message : REASONS.get(reason)) {
        jobs.add(failed(jobs.size(), "model-" + reason, message));
      }
      expected.put("model-" + reason, Integer.toString(REASONS.get(reason).size()));
    }
    final Map<String, String> found = new TreeMap<>();
    final Map<String, String> models = new TreeMap<>();
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(jobs).start();
        Connection connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query())) {
      while (rows.next()) {
        found.merge(
            rows.getString("model"), rows.getString("jobs"), (one, other) -> one + "+" + other);
        models.merge(
            rows.getString("reason"), rows.getString("model"), (one, other) -> one + "+" + other);
      }
    }
    assertThat(found).as("models of %s", models).isEqualTo(expected);
    assertThat(models.values()).doesNotContain("+").hasSameSizeAs(REASONS);
    assertThat(models).containsKeys("access", "model retired", "Die Datei … ist leer");
    assertThat(models.keySet()).allMatch(reason -> reason.length() <= 60);
  }

  private static String query() throws IOException {
    return QueriesTest.atDemoTime(
        Script.split(SavedQuery.named("failures-by-reason").orElseThrow().sql()).get(0).text());
  }

  private static Job failed(int n, String model, String message) {
    final boolean other = n % 2 == 1;
    final Job like = JobFixture.of(Integer.MAX_VALUE, 5).get(n);
    return like
        .resubmitted(like.jobArn(), Facts.NOW.minus(Duration.ofDays(1)))
        .withStatus("Failed")
        .withMessage(message)
        .toBuilder()
        .modelId("arn:aws:bedrock:us-east-1::foundation-model/" + model)
        .input(new S3Input(other ? null : "s3://alpha/in/", null, null))
        .output(new S3Output(other ? "s3://(*/" : "s3://beta-1/out", null, null))
        .build();
  }
}
