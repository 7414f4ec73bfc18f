package io.github.bedrockjdbc.adapter.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.Or;
import io.github.bedrockjdbc.adapter.table.JobArn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.tools.Frameworks;
import org.apache.calcite.tools.Planner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the text of a WHERE to what the scan checks, what stays above, and what is sent. */
class PredicateExtractorTest {
  private static final long NOW = Instant.parse("2026-06-15T12:30:00Z").toEpochMilli();
  private static final SourceFacts SOURCE =
      new SourceFacts(Optional.of("us-east-1"), Optional.empty(), Optional.empty(), 5);
  private static final String ARN =
      "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl";

  private RexBuilder rexBuilder;
  private final Engine engine = new Engine(Config.of(Map.of()));

  @AfterEach
  void close() {
    engine.close();
  }

  /** Bar before what is sent; several requests apart by {@code ;}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "status = 'Failed' | statusEquals=Failed",
        "'Failed' = status | statusEquals=Failed",
        "CAST(status AS VARCHAR) = 'Failed' | statusEquals=Failed",
        "status IN ('Failed', 'Submitted') | statusEquals=Submitted; statusEquals=Failed",
        "status = 'Failed' OR status = 'Stopped' | statusEquals=Failed; statusEquals=Stopped",
        "NOT (status <> 'Failed') | statusEquals=Failed",
        "status <> 'Failed' | everything",
        "status NOT IN ('Failed', 'Stopped') | everything",
        "status = 'failed' | everything",
        "status IS NULL | everything",
        "status = 'Failed' AND status = 'Stopped' | nothing",
        "status IN ('Failed', 'Stopped') AND status IN ('Stopped', 'Expired')"
            + " | statusEquals=Stopped",
        "job_name = 'nightly-7' | nameContains=nightly-7",
        "job_name = 'a_nightly b' | nameContains=nightly",
        "job_name = '_' | everything",
        "job_name LIKE 'a%bcd_e%' | nameContains=bcd",
        "job_name LIKE 'a!%bc%' ESCAPE '!' | nameContains=bc",
        "job_name LIKE '%eev%' ESCAPE 'e' | nameContains=ev",
        "job_name LIKE '%x%' AND job_name LIKE '%longer%' | nameContains=longer",
        "job_name NOT LIKE '%x%' | everything",
        "POSITION('xyz' IN job_name) > 0 | nameContains=xyz",
        "0 < POSITION('xyz' IN job_name) | nameContains=xyz",
        "POSITION('xyz' IN job_name) = 0 | everything",
        "submit_time >= TIMESTAMP '2026-01-05 00:00:00'"
            + " | submitTimeAfter=2026-01-04T23:59:59Z",
        "submit_time < TIMESTAMP '2026-01-05 00:00:00'"
            + " | submitTimeBefore=2026-01-05T00:00:00.999Z",
        "submit_time > '2026-01-05 00:00:00' | submitTimeAfter=2026-01-04T23:59:59.001Z",
        "TIMESTAMP '2026-01-05 00:00:00' = submit_time"
            + " | submitTimeAfter=2026-01-04T23:59:59Z submitTimeBefore=2026-01-05T00:00:01Z",
        "submit_time BETWEEN TIMESTAMP '2026-01-01 00:00:00' AND TIMESTAMP '2026-01-02 00:00:00'"
            + " | submitTimeAfter=2025-12-31T23:59:59Z submitTimeBefore=2026-01-02T00:00:01Z",
        "submit_time > DATE '2026-03-08' | submitTimeAfter=2026-03-07T23:59:59.001Z",
        "CAST(submit_time AS DATE) = DATE '2026-01-05'"
            + " | submitTimeAfter=2026-01-04T23:59:59Z submitTimeBefore=2026-01-06T00:00:00.999Z",
        "FLOOR(submit_time TO MONTH) = TIMESTAMP '2026-02-01 00:00:00'"
            + " | submitTimeAfter=2026-01-31T23:59:59Z submitTimeBefore=2026-03-01T00:00:00.999Z",
        "EXTRACT(YEAR FROM submit_time) = 2025"
            + " | submitTimeAfter=2024-12-31T23:59:59Z submitTimeBefore=2026-01-01T00:00:00.999Z",
        "EXTRACT(YEAR FROM submit_time) >= 2026 | submitTimeAfter=2025-12-31T23:59:59Z",
        "submit_time > CURRENT_TIMESTAMP - INTERVAL '1' DAY"
            + " | submitTimeAfter=2026-06-14T12:29:59.001Z",
        "submit_time < TIMESTAMP '2026-01-01 00:00:00'"
            + " AND submit_time > TIMESTAMP '2026-01-01 00:00:00' | nothing",
        "submit_time < TIMESTAMP '2025-01-01 00:00:00'"
            + " OR submit_time >= TIMESTAMP '2026-01-01 00:00:00'"
            + " | submitTimeBefore=2025-01-01T00:00:00.999Z;"
            + " submitTimeAfter=2025-12-31T23:59:59Z",
        "submit_time < TIMESTAMP '2026-02-01 00:00:00'"
            + " OR submit_time < TIMESTAMP '2026-03-01 00:00:00'"
            + " | submitTimeBefore=2026-03-01T00:00:00.999Z",
        "region = 'us-east-1' | everything",
        "region = 'eu-west-1' | nothing",
        "region = 'us-east-1' AND status = 'Failed' | statusEquals=Failed",
        "(status = 'Failed' AND job_name LIKE '%x%') OR (status = 'Stopped' AND job_name = 'y')"
            + " | nameContains=x statusEquals=Failed; nameContains=y statusEquals=Stopped",
        "status = 'Failed' OR total_records > 5 | everything",
        "total_records > 5 | everything",
        "end_time IS NULL AND status = 'Stopped' | statusEquals=Stopped",
      })
  void isCheckedByTheScanAlone(String where, String sent) {
    final Pushdown.Pushed pushed = push(where);

    assertThat(pushed.residual()).isEmpty();
    assertThat(pushed.query().residuals()).isEmpty();
    assertThat(sent(pushed)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "UPPER(job_name) LIKE '%X%' | everything",
        "UPPER(status) = 'FAILED' | everything",
        "status = 'Failed' AND UPPER(job_name) LIKE '%X%' | statusEquals=Failed",
        "(status = 'Failed' AND UPPER(job_name) = 'X') OR status = 'Stopped'"
            + " | statusEquals=Failed; statusEquals=Stopped",
        "status = 'Failed' OR UPPER(job_name) = 'X' | everything",
        "EXTRACT(MONTH FROM submit_time) = 5 | everything",
        "CAST(status AS VARCHAR(3)) = 'Fai' | everything",
        "message LIKE '%quota%' | statusEquals=Failed",
        "message IS NOT NULL | statusEquals=Failed",
        "message IS NULL | everything",
        "NOT (message = 'x') | statusEquals=Failed",
        "job_name = status | everything",
        "total_records > 1.5 | everything",
      })
  void staysAboveTheScanInPart(String where, String sent) {
    final Pushdown.Pushed pushed = push(where);

    assertThat(pushed.residual()).isNotEmpty();
    assertThat(pushed.query().residuals()).isNotEmpty();
    assertThat(sent(pushed)).isEqualTo(sent);
  }

  @Test
  void pushingTwiceIsPushingOnce() {
    final Pushdown.Pushed once =
        push("status = 'Failed' AND UPPER(job_name) = 'X' AND (status = 'A' OR message = 'b')");
    JobQuery again = once.query();
    for (var residual : once.residual()) {
      again = Pushdown.filter(again, residual, rexBuilder).query();
    }
    assertThat(again).isEqualTo(once.query());
  }

  @Test
  void theReasonIsToldInTheColumnsNames() {
    assertThat(push("UPPER(job_name) = 'X'").query().residuals())
        .singleElement()
        .asString()
        .contains("UPPER(job_name)", "not a parameter of the service");
    assertThat(push("message = 'x'").query().residuals())
        .singleElement()
        .asString()
        .contains("only status = 'Failed' is sent");
  }

  @Test
  void keysAreLookedUp() {
    final BoundRequests walks = walks(push("job_arn = '" + ARN + "'").query(), SOURCE);
    assertThat(walks.requests()).isEmpty();
    assertThat(walks.lookups()).containsExactly(ARN);
    assertThat(walks.insteadOfLookups()).hasToString("[maxResults=1000]");

    assertThat(walks(push("job_arn IN ('" + ARN + "', 'no arn')").query(), SOURCE).lookups())
        .containsExactly(ARN);
    final BoundRequests elsewhere =
        walks(push("job_arn = '" + ARN.replace("us-east-1", "eu-west-1") + "'").query(), SOURCE);
    assertThat(elsewhere.isEmpty()).isTrue();
    assertThat(elsewhere.insteadOfLookups()).isEmpty();
    final BoundRequests mixed =
        walks(push("job_arn = '" + ARN + "' OR status = 'Stopped'").query(), SOURCE);
    assertThat(mixed.lookups()).containsExactly(ARN);
    assertThat(mixed.requests()).hasToString("[maxResults=1000 statusEquals=Stopped]");
  }

  @Test
  void aJobIdIsAKeyOnceTheAccountIsKnown() {
    final JobQuery query = push("job_id = 'abcdefghijkl'").query();

    assertThat(walks(query, SOURCE).requests()).hasToString("[maxResults=1000]");
    assertThat(
            walks(
                    query,
                    new SourceFacts(
                        Optional.of("us-east-1"),
                        Optional.empty(),
                        Optional.of(JobArn.prefix(ARN)),
                        5))
                .lookups())
        .containsExactly(ARN);
  }

  @Test
  void anAccountIsRuledOutOnlyWhenItIsKnown() {
    final JobQuery query = push("account_id = '999999999999'").query();

    assertThat(walks(query, SOURCE).requests()).hasToString("[maxResults=1000]");
    assertThat(
            walks(
                    query,
                    new SourceFacts(
                        Optional.of("us-east-1"),
                        Optional.empty(),
                        Optional.of(JobArn.prefix(ARN)),
                        5))
                .isEmpty())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "region = 'us-east-1' | everything",
        "region <> 'us-east-1' | nothing",
        "region <> 'eu-west-1' | everything",
        "region NOT IN ('us-east-1', 'eu-west-1') | nothing",
        "region LIKE 'eu-%' | nothing",
        "region NOT LIKE 'us%' OR status = 'Failed' | statusEquals=Failed",
        "region > 'us' AND region < 'ut' | everything",
        "region IS NULL | nothing",
        "account_id <> '123456789012' | everything",
        "status >= 'Failed' AND status <= 'Failed' | statusEquals=Failed",
        "NOT (status < 'Failed' OR status > 'Failed') | statusEquals=Failed",
      })
  void aRegionDecidesEveryPredicateOfIt(String where, String requests) {
    assertThat(sent(push(where))).isEqualTo(requests);
  }

  @Test
  void moreThanEightBranchesAreOne() {
    final String where =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    "(status = 'Failed' AND submit_time BETWEEN TIMESTAMP '2026-01-0%d 00:00:00'"
                            .formatted(i + 1)
                        + " AND TIMESTAMP '2026-01-0%d 01:00:00')".formatted(i + 1))
            .collect(Collectors.joining(" OR "));

    assertThat(sent(push(where)))
        .isEqualTo(
            "statusEquals=Failed submitTimeAfter=2025-12-31T23:59:59Z"
                + " submitTimeBefore=2026-01-09T01:00:01Z");
  }

  private Pushdown.Pushed push(String where) {
    final RelNode plan = plan("SELECT * FROM jobs WHERE " + where).getInput(0);
    rexBuilder = plan.getCluster().getRexBuilder();
    if (plan instanceof Values) {
      return new Pushdown.Pushed(JobQuery.EVERYTHING.withFilter(Or.FALSE), List.of());
    }
    assertThat(plan).isInstanceOf(Filter.class);
    return Pushdown.filter(JobQuery.EVERYTHING, ((Filter) plan).getCondition(), rexBuilder);
  }

  private RelNode plan(String sql) {
    final SchemaPlus root = Frameworks.createRootSchema(false);
    final SchemaPlus schema = root.add("bedrock", new JobsSchema(engine));
    try (Planner planner =
        Frameworks.getPlanner(
            Frameworks.newConfigBuilder()
                .defaultSchema(schema)
                .parserConfig(
                    SqlParser.config()
                        .withCaseSensitive(false)
                        .withUnquotedCasing(Casing.UNCHANGED))
                .build())) {
      return planner.rel(planner.validate(planner.parse(sql))).project();
    } catch (Exception e) {
      throw new AssertionError(sql, e);
    }
  }

  private static BoundRequests walks(JobQuery query, SourceFacts source) {
    return BoundRequests.open(query, new Binding(index -> null, NOW), source, 1000);
  }

  private static String sent(Pushdown.Pushed pushed) {
    final BoundRequests walks = walks(pushed.query(), SOURCE);
    return walks.isEmpty()
        ? "nothing"
        : walks.requests().stream()
            .map(ListRequest::toString)
            .map(text -> text.replaceFirst("maxResults=1000 ?", ""))
            .map(text -> text.isEmpty() ? "everything" : text)
            .collect(Collectors.joining("; "));
  }
}
