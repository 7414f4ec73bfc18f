package io.github.bedrockjdbc.driver.differential;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Jobs, a service that shows them in its own way, and three engines over them. */
final class World implements AutoCloseable {
  private static final String OTHER_ACCOUNT = "999999999999";

  private final Terms terms;
  private final BedrockEmulator emulator;
  private final Facts facts;
  private final Connection pushing;
  private final Connection notPushing;
  private final Connection keeping;
  private final Reference reference;

  /** The same world for the same seed. */
  World(long seed) throws SQLException {
    final SplittableRandom random =
        new SplittableRandom(new SplittableRandom(seed ^ 0x5DEECE66DL).nextLong());
    this.terms = Terms.random(random);
    this.emulator =
        BedrockEmulator.builder()
            .jobs(JobSample.of(random.nextInt(60, 101), random))
            .jobs(JobFixture.of(10, 5).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT))
            .jobs(JobFixture.of(10, 6).in(BedrockEmulator.DEMO_REGION, OTHER_ACCOUNT))
            .behavior(terms.behavior())
            .start();
    final List<Job> all = emulator.jobs();
    this.facts =
        new Facts(
            all.stream().filter(World::isSeen).toList(),
            all.stream().filter(job -> !isSeen(job)).toList());
    this.reference = Reference.main(facts.jobs(), terms.readMessages());
    this.pushing = DriverManager.getConnection(emulator.jdbcUrlWithLogin() + terms.urlKeys());
    this.notPushing =
        DriverManager.getConnection(
            emulator.jdbcUrlWithLogin() + terms.urlKeys() + ";pushdown=false");
    this.keeping = DriverManager.getConnection(emulator.jdbcUrlWithLogin() + terms.urlKeys());
    try (Statement statement = keeping.createStatement()) {
      statement.execute("SET maxAge = 86400"); // so that it runs the plans of the first
    }
  }

  private static boolean isSeen(Job job) {
    return job.region().equals(BedrockEmulator.DEMO_REGION)
        && job.account().equals(BedrockEmulator.DEMO_ACCOUNT);
  }

  Facts facts() {
    return facts;
  }

  Set<Construct> constructs() {
    return terms.constructs();
  }

  Connection pushing() {
    return pushing;
  }

  Connection notPushing() {
    return notPushing;
  }

  /** The world stands still, so that no row is ever too old. */
  Connection keeping() {
    return keeping;
  }

  Reference reference() {
    return reference;
  }

  /** Another reference, to be closed, if there is one. */
  Optional<Reference> judge() throws SQLException {
    return Reference.judge(facts.jobs(), terms.readMessages());
  }

  void forgetRequests() {
    emulator.log().clear();
  }

  /** Whether another walk began after a call that asked where the jobs end. */
  boolean hasSeenSlices() {
    return emulator.log().requests().stream()
        .map(RecordedRequest::parameters)
        .dropWhile(sent -> !(sent.containsKey("sortOrder") && "1".equals(sent.get("maxResults"))))
        .skip(1)
        .anyMatch(sent -> sent.containsKey("sortOrder") && !sent.containsKey("nextToken"));
  }

  @Override
  public void close() throws SQLException {
    pushing.close();
    notPushing.close();
    keeping.close();
    reference.close();
    emulator.close();
  }

  @Override
  public String toString() {
    return facts.jobs().size() + " jobs, " + terms;
  }
}
