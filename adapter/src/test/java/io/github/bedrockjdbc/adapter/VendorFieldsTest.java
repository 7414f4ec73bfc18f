package io.github.bedrockjdbc.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.http.VendorClient;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.row.JobDecoder;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn.Part;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ModelInvocationJobSummary;

/** Every field of every job as the vendor's own client understands it. */
class VendorFieldsTest {
  private static final List<JobColumn> COLUMNS =
      List.of(JobColumn.values()).stream()
          .filter(column -> column.part() == Part.ALL || column.part() == Part.JSON)
          .toList();
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void ofTheListAndOfASingleJob() throws IOException {
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(JobFixture.of(200, 5)).start();
        BedrockClient vendor = VendorClient.of(emulator, 1);
        Engine engine =
            new Engine(
                Config.of(
                    Map.of(
                        "endpoint", emulator.endpoint(),
                        "region", BedrockEmulator.DEMO_REGION,
                        "user", BedrockEmulator.DEMO_ACCESS_KEY_ID,
                        "password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY)))) {
      final Execution execution = engine.newExecution(Cancellation.unlimited());
      final Source source = engine.sources().get(0);
      final JobDecoder decoder =
          new JobDecoder(new RowLayout(COLUMNS), BedrockEmulator.DEMO_REGION, execution);
      final List<ModelInvocationJobSummary> theirs =
          vendor.listModelInvocationJobs(request -> {}).invocationJobSummaries();
      final List<Object[]> ours = source.list(ListRequest.EVERYTHING, decoder, execution).rows();
      final Set<JobColumn> seen = new HashSet<>();

      assertThat(ours).hasSameSizeAs(theirs).isNotEmpty();
      for (int job = 0; job < ours.size(); job++) {
        assertSame(theirs.get(job), ours.get(job), seen);
      }
      assertThat(COLUMNS)
          .as("that the list never has")
          .filteredOn(c -> !seen.contains(c))
          .containsExactlyInAnyOrder(JobColumn.MESSAGE, JobColumn.CLIENT_REQUEST_TOKEN);
      for (ModelInvocationJobSummary job : theirs.subList(0, 20)) {
        assertSame(
            vendor.getModelInvocationJob(request -> request.jobIdentifier(job.jobArn())),
            source.get(job.jobArn(), decoder, execution),
            seen);
      }
      assertThat(seen).containsAll(COLUMNS);
    }
  }

  private static void assertSame(SdkPojo theirs, Object[] ours, Set<JobColumn> seen)
      throws IOException {
    for (int i = 0; i < ours.length; i++) {
      final JobColumn column = COLUMNS.get(i);
      assertThat(plain(ours[i], column)).as(column.toString()).isEqualTo(plain(theirs, column));
      if (ours[i] != null) {
        seen.add(column);
      }
    }
  }

  private static Object plain(Object ours, JobColumn column) throws IOException {
    return column.part() == Part.JSON && ours != null
        ? JSON.readValue((String) ours, List.class)
        : ours;
  }

  private static Object plain(SdkPojo job, JobColumn column) {
    Object value = job;
    for (String name : column.path().split("\\.", -1)) {
      if (value instanceof SdkPojo pojo) {
        final SdkField<?> field = pojo.sdkFieldNameToField().get(name);
        value = field.getValueOrDefault(pojo);
      }
    }
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    return value instanceof Collection<?> list && list.isEmpty() ? null : value;
  }
}
