package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.AutoClose;

/** Jobs of many pages, which are read in slices of time. */
abstract class SlicesFixture {
  static final int JOBS = 1500;
  static final int PAGE = 25;
  static final String EVERY_ARN = "SELECT job_arn FROM jobs";

  @AutoClose final BedrockEmulator emulator = Urls.emulatorWith(JOBS);

  final String url(int parallelism) {
    return url(parallelism, PAGE);
  }

  final String url(int parallelism, int pageSize) {
    return Urls.of(emulator) + ";pageSize=" + pageSize + ";parallelism=" + parallelism;
  }

  final List<String> arns() {
    return emulator.jobs().stream().map(Job::jobArn).toList();
  }

  /** AssertJ takes long to compare long lists in any order: each element with each. */
  static List<String> sorted(List<String> arns) {
    return arns.stream().sorted().toList();
  }

  /** Requests that only a slice makes. */
  final long slices() {
    return emulator.log().requests().stream().filter(SlicesTest::isLast).count();
  }

  static boolean isLast(RecordedRequest request) {
    return "1".equals(request.parameters().get("maxResults"));
  }
}
