package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.ModelKnob;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables {@code models} and {@code inference_profiles}. */
class ListedTablesTest {
  private static final String MODELS = "GET /foundation-models";
  private static final String SYSTEM =
      "GET /inference-profiles maxResults=1000 type=SYSTEM_DEFINED";
  private static final String APPLICATION =
      "GET /inference-profiles maxResults=1000 type=APPLICATION";

  @AutoClose
  private final BedrockEmulator emulator =
      BedrockEmulator.builder().jobs(JobFixture.of(60, 7)).region("us-east-1", "eu-west-1").start();

  @AutoClose private final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT * FROM models; GET /foundation-models",
        "SELECT * FROM models WHERE provider_name = 'Amazon'; GET /foundation-models"
            + " byProvider=Amazon",
        "SELECT * FROM models WHERE 'Mistral AI' = provider_name AND lifecycle_status = 'LEGACY';"
            + " GET /foundation-models byProvider=Mistral AI",
        "SELECT * FROM models WHERE provider_name IN ('Amazon', 'Meta'); GET /foundation-models",
        "SELECT * FROM models WHERE provider_name = 'x/y'; GET /foundation-models",
        "SELECT * FROM models WHERE provider_name <> 'Amazon'; GET /foundation-models",
        "SELECT * FROM models WHERE provider_name = 'Amazon' OR model_id = 'x';"
            + " GET /foundation-models",
        "SELECT * FROM models WHERE provider_name = 'Amazon' OR region = 'eu-west-1';"
            + " GET /foundation-models",
        "SELECT * FROM models WHERE region = 'eu-west-1'; ''",
        "SELECT * FROM models WHERE region IN ('eu-west-1', 'eu-west-2'); ''",
        "SELECT * FROM inference_profiles WHERE type IN ('APPLICATION', 'OTHER');"
            + " GET /inference-profiles maxResults=1000 type=APPLICATION",
        "SELECT * FROM models WHERE provider_name = NULL; ''",
        "SELECT a.model_id FROM models a JOIN models b ON a.model_arn < b.model_arn;"
            + " GET /foundation-models",
        "SELECT model_id FROM models m WHERE EXISTS (SELECT 1 FROM models n"
            + " WHERE n.provider_name = m.provider_name AND n.model_arn < m.model_arn);"
            + " GET /foundation-models"
      })
  void whatCanBeToldIsToldAndAListIsReadOnce(String sql, String request) throws SQLException {
    Queries.run(connection, sql);
    assertThat(emulator.log().lines()).isEqualTo(request.isEmpty() ? List.of() : List.of(request));
  }

  @Test
  void aParameterIsToldToo() throws SQLException {
    final String sql = "SELECT DISTINCT provider_name FROM models WHERE provider_name = ?";
    assertThat(Queries.run(connection, sql, "Amazon")).containsExactly("Amazon");
    assertThat(Queries.run(connection, sql, "amazon")).isEmpty();
    assertThat(emulator.log().lines())
        .containsExactly(MODELS + " byProvider=Amazon", MODELS + " byProvider=amazon");
  }

  @Test
  void bothTypesOfProfilesAreAskedForPageByPage() throws SQLException {
    final List<String> whole =
        Queries.run(connection, "SELECT inference_profile_arn, type FROM inference_profiles");
    assertThat(emulator.log().lines()).containsExactly(SYSTEM, APPLICATION);
    emulator.behave(Behavior.standard().with(ModelKnob.PAGE_CAP, 2));
    assertThat(
            Queries.run(connection, "SELECT inference_profile_arn, type FROM inference_profiles"))
        .isEqualTo(whole);
    emulator.log().clear();
    assertThat(
            Queries.run(
                connection,
                "SELECT inference_profile_arn, type FROM inference_profiles"
                    + " WHERE type = 'APPLICATION'"))
        .isEqualTo(whole.stream().filter(line -> line.endsWith("|APPLICATION")).toList());
    assertThat(emulator.log().lines()).allMatch(line -> line.contains("type=APPLICATION"));
  }

  @Test
  void eachRegionHasItsModelsAndRegionsThatAreNotWantedAreNotAsked() throws SQLException {
    final String url = Urls.of(emulator).replace("region=us-east-1", "region=us-east-1,eu-west-1");
    final List<String> counts =
        Queries.run(url, "SELECT region, COUNT(*) FROM models GROUP BY region ORDER BY region");
    assertThat(counts).hasSize(2);
    emulator.log().clear();
    assertThat(
            Queries.run(
                url,
                "SELECT region, COUNT(*) FROM models WHERE region = 'eu-west-1'"
                    + " GROUP BY region"))
        .containsExactly(counts.get(0));
    assertThat(emulator.log().lines()).containsExactly(MODELS);
  }

  /** A foundation model by its own ARN, a profile by the model behind it, others by neither. */
  @Test
  void jobsJoinTheirModelWhateverTheFormOfItsId() throws SQLException {
    final List<String> lines =
        Queries.run(
            connection,
            "SELECT j.model_id, m.model_id, p.type FROM jobs j"
                + " LEFT JOIN inference_profiles p ON p.inference_profile_arn = j.model_id"
                + " LEFT JOIN models m ON m.model_arn = COALESCE(p.model_arn, j.model_id)");
    assertThat(lines).hasSize(60);
    assertThat(lines)
        .filteredOn(line -> line.contains("::foundation-model/"))
        .isNotEmpty()
        .allMatch(line -> line.matches("[^|]*/([^|]+)\\|\\1\\|null|[^|]*\\|null\\|null"));
    assertThat(lines)
        .filteredOn(line -> line.contains(":inference-profile/"))
        .isNotEmpty()
        .allMatch(line -> line.matches("[^|]*/[a-z]+\\.([^|]+)\\|\\1\\|SYSTEM_DEFINED"));
  }

  @Test
  void aRefusalNamesThePermission() {
    emulator.behave(Behavior.standard().with(ModelKnob.MODELS_REFUSED, caller -> true));
    assertThatThrownBy(() -> Queries.run(connection, "SELECT * FROM models"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"))
        .hasMessageContaining("ListFoundationModels");
  }

  @Test
  void throttlingIsWaitedOutAndOddAnswersAreRefused() throws SQLException {
    emulator.inject(Operation.LIST_MODELS, new Fault.Throttle(), 1);
    assertThat(Queries.run(connection, "SELECT COUNT(*) > 5 FROM models")).containsExactly("true");
    emulator.inject(Operation.LIST_MODELS, new Fault.Malformed("{\"modelSummaries\":[{}]}"), 1);
    assertThatThrownBy(() -> Queries.run(connection, "SELECT * FROM models"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("58"))
        .hasMessageContaining("modelArn");
  }
}
