package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.EmulatorBuilder;
import io.github.bedrockjdbc.examples.price.PriceFile;
import io.github.bedrockjdbc.examples.price.Prices;
import io.github.bedrockjdbc.examples.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready-made queries answer what plain Java works out from the list of all jobs. */
class AnswersTest {
  private static final Prices PRICES =
      PriceFile.read(Project.ROOT.resolve("sql-examples/prices-example.csv"));

  /** Which sort by a column that jobs may share, as the service can. */
  private static final Set<String> TIES = Set.of("failed-jobs");

  @Test
  void rowsAreThoseOfPlainJava(@TempDir Path folder) throws IOException, SQLException {
    System.setProperty("aws.configFile", profiles(folder).toString());
    try (BedrockEmulator emulator = emulator();
        Connection connection =
            DriverManager.getConnection(
                "jdbc:bedrock:profile=dev,prod;region=us-east-1,eu-west-1;endpoint="
                    + emulator.endpoint())) {
      final List<Facts> jobs = emulator.jobs().stream().map(Facts::new).toList();
      final Map<String, Function<List<Facts>, List<List<Object>>>> answers = answers(connection);
      final SoftAssertions differences = new SoftAssertions();
      for (final SavedQuery query : SavedQuery.all()) {
        final Result result = run(connection, query);
        final boolean hasTies = TIES.contains(query.name());
        assertThat(answers).containsKey(query.name());
        final List<String> expected = Rows.texts(answers.get(query.name()).apply(jobs));
        assertThat(expected).as(query.name()).isNotEmpty();
        differences
            .assertThat(String.join("\n", ordered(result.rows(), hasTies)))
            .as(query.name())
            .isEqualTo(String.join("\n", ordered(expected, hasTies)));
        differences
            .assertThat(result.labels())
            .as(query.name())
            .doesNotHaveDuplicates()
            .allMatch(label -> label.matches("[a-z][a-z0-9_]*"));
      }
      differences.assertAll();
    } finally {
      System.clearProperty("aws.configFile");
    }
  }

  private static Map<String, Function<List<Facts>, List<List<Object>>>> answers(
      Connection connection) throws SQLException {
    final Map<String, Function<List<Facts>, List<List<Object>>>> answers = new HashMap<>();
    answers.put("changed-in-24-hours", ListAnswers::changed);
    answers.put("completed-without-success", ListAnswers::withoutSuccess);
    answers.put("estimated-end", ListAnswers::estimatedEnd);
    answers.put("failed-jobs", ListAnswers::failed);
    answers.put("jobs-with-errors", ListAnswers::withErrors);
    answers.put("near-expiry", ListAnswers::nearExpiry);
    answers.put("running-now", ListAnswers::runningNow);
    answers.put("slowest-jobs", ListAnswers::slowest);
    answers.put("stuck-jobs", ListAnswers::stuck);
    answers.put("throughput-and-eta", ListAnswers::throughput);
    answers.put("backlog-by-age", CountAnswers::backlog);
    answers.put("compare-regions", CountAnswers::regions);
    answers.put("jobs-per-day", CountAnswers::perDay);
    answers.put("jobs-per-model", CountAnswers::perModel);
    answers.put("jobs-per-status", CountAnswers::perStatus);
    answers.put("queue-and-slots", CountAnswers::queue);
    answers.put("retries", CountAnswers::retries);
    answers.put("roles-and-buckets", CountAnswers::rolesAndBuckets);
    answers.put("usage-by-team", CountAnswers::usageByTeam);
    answers.put("duration-by-model", RateAnswers::durationByModel);
    answers.put("duration-by-size", RateAnswers::durationBySize);
    answers.put("error-rate-per-model", RateAnswers::errorRate);
    answers.put("failure-rate-by-week", RateAnswers::failureRate);
    answers.put("failures-by-reason", RateAnswers::reasons);
    answers.put("success-rate-by-model-and-week", RateAnswers::successRate);
    final TokenAnswers tokens = tokens(connection);
    answers.put("cost-estimate", tokens::cost);
    answers.put("models-near-end", tokens::nearEnd);
    answers.put("tokens-by-model", tokens::byModel);
    answers.put("tokens-by-team-and-month", tokens::byTeamAndMonth);
    return answers;
  }

  private static TokenAnswers tokens(Connection connection) throws SQLException {
    final Map<String, List<Object>> models = new HashMap<>();
    final Map<String, String> profiles = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT * FROM models")) {
        while (rows.next()) {
          final LocalDateTime end = rows.getObject("end_of_life_time", LocalDateTime.class);
          models.put(
              rows.getString("model_arn"),
              Rows.row(
                  rows.getString("model_name"),
                  rows.getString("lifecycle_status"),
                  end == null ? null : end.toInstant(ZoneOffset.UTC)));
        }
      }
      try (ResultSet rows = statement.executeQuery("SELECT * FROM inference_profiles")) {
        while (rows.next()) {
          profiles.put(rows.getString("inference_profile_arn"), rows.getString("model_arn"));
        }
      }
    }
    return new TokenAnswers(
        models,
        profiles,
        PRICES.all().stream()
            .collect(
                Collectors.toMap(
                    each -> each.model() + " " + each.direction(), Prices.Price::perMillion)));
  }

  private record Result(List<String> labels, List<String> rows) {}

  private static Result run(Connection connection, SavedQuery query) throws SQLException {
    final String sql =
        PRICES.addedTo(QueriesTest.atDemoTime(Script.split(query.sql()).get(0).text()));
    final List<String> labels = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      final ResultSetMetaData columns = rows.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        labels.add(columns.getColumnLabel(i));
      }
      while (rows.next()) {
        final List<String> line = new ArrayList<>();
        for (int i = 1; i <= labels.size(); i++) {
          line.add(String.valueOf(rows.getString(i)).replace("\n", "\\n"));
        }
        lines.add(String.join("|", line));
      }
    }
    return new Result(labels, lines);
  }

  private static List<String> ordered(List<String> rows, boolean hasTies) {
    final List<String> copy = new ArrayList<>(rows);
    if (hasTies) {
      Collections.sort(copy);
    }
    return copy;
  }

  private static BedrockEmulator emulator() {
    final EmulatorBuilder builder =
        BedrockEmulator.builder()
            .region("us-east-1", OddJobs.EUROPE)
            .credentials("AKIAPRODUCTION000000", "another/secret", OddJobs.PROD);
    OddJobs.all().forEach(builder::jobs);
    return builder.start();
  }

  private static Path profiles(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("config"),
        Stream.of(
                List.of(
                    "dev",
                    BedrockEmulator.DEMO_ACCESS_KEY_ID,
                    BedrockEmulator.DEMO_SECRET_ACCESS_KEY),
                List.of("prod", "AKIAPRODUCTION000000", "another/secret"))
            .map(
                each ->
                    "[profile %s]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                        .formatted(each.toArray()))
            .collect(Collectors.joining()));
  }
}
