package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page's joins of jobs with models, for each form that a job's model may have. */
class ModelShapesTest {
  private static final String HERE = "arn:aws:bedrock:us-east-1:";
  private static final String OURS = HERE + JobFixture.ACCOUNT + ":";

  private static final Map<String, String> MODELS = new LinkedHashMap<>();

  static {
    MODELS.put(HERE + ":foundation-model/amazon.nova-lite-v1:0", "Nova Lite|null");
    MODELS.put(
        OURS + "inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0",
        "Claude Sonnet 4|US Claude Sonnet 4");
    MODELS.put(
        OURS + "inference-profile/global.anthropic.claude-sonnet-4-5-20250929-v1:0",
        "Claude Sonnet 4.5|Global Claude Sonnet 4-5");
    MODELS.put(
        OURS + "application-inference-profile/k3v9q0x7m2ab", "Claude 3.5 Sonnet|claims-assistant");
    MODELS.put(OURS + "application-inference-profile/deleted00000", "null|null");
    MODELS.put(OURS + "custom-model/amazon.nova-micro-v1:0:128k/7h2k9d04xq1z", "null|null");
    MODELS.put(OURS + "imported-model/7h2k9d04xq1z", "null|null");
    MODELS.put(OURS + "provisioned-model/7h2k9d04xq1z", "null|null");
    MODELS.put(HERE + ":foundation-model/anthropic.claude-v2", "null|null"); // retired
    MODELS.put("amazon.nova-lite-v1:0", "null|null");
  }

  @Test
  void eachJobIsThereWithWhatIsKnownOfItsModel() throws IOException, SQLException {
    final String sql =
        Pages.of("docs/tables.md")
            .blocks("sql")
            .filter(block -> block.contains("inference_profile_name"))
            .findFirst()
            .orElseThrow()
            .replaceFirst("LIMIT 10;\\s*$", "ORDER BY j.job_name");
    final JobFixture some = JobFixture.of(MODELS.size(), 1);
    final List<Job> jobs = new ArrayList<>();
    MODELS.keySet().forEach(model -> jobs.add(job(some.get(jobs.size()), jobs.size(), model)));
    final List<String> found = new ArrayList<>();
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(jobs).start();
        Connection connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString("model_name") + "|" + rows.getString("inference_profile_name"));
      }
    }
    assertThat(found).containsExactlyElementsOf(MODELS.values());
  }

  private static Job job(Job job, int place, String model) {
    return job.toBuilder().jobName("job-" + place).modelId(model).build();
  }
}
