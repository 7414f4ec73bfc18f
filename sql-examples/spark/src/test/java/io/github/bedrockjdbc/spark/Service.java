package io.github.bedrockjdbc.spark;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** An emulator whose jobs can be others from one moment to the next, and what it was asked. */
final class Service implements AutoCloseable {
  private BedrockEmulator emulator;

  BedrockEmulator emulator() {
    return emulator;
  }

  void serve(Collection<Job> jobs) {
    final int port = emulator == null ? 0 : emulator.port();
    if (emulator != null) {
      emulator.close();
    }
    emulator = BedrockEmulator.builder().jobs(List.copyOf(jobs)).port(port).start();
  }

  String url() {
    return "jdbc:bedrock:region=us-east-1;maxAttempts=1;endpoint=%s;user=%s;password=%s"
        .formatted(
            emulator.endpoint(),
            BedrockEmulator.DEMO_ACCESS_KEY_ID,
            BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
  }

  List<String> lists() {
    return emulator.log().requests().stream()
        .filter(request -> request.operation() == Operation.LIST)
        .map(RecordedRequest::line)
        .sorted()
        .toList();
  }

  /** ARNs that were asked for, sorted, each as often as it was. */
  List<String> lookups() {
    return emulator.log().lines().stream()
        .filter(line -> line.startsWith("GET /model-invocation-job/"))
        .map(line -> line.substring("GET /model-invocation-job/".length()))
        .sorted()
        .toList();
  }

  /** The request for a range, whose bounds the driver sends a second wider. */
  static String list(Instant from, Instant to) {
    return "GET /model-invocation-jobs maxResults=1000 submitTimeAfter=%s submitTimeBefore=%s"
        .formatted(from.minusSeconds(1), to.plusMillis(999));
  }

  @Override
  public void close() {
    emulator.close();
  }
}
