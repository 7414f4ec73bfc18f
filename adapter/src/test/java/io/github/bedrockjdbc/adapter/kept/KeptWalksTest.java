package io.github.bedrockjdbc.adapter.kept;

import static io.github.bedrockjdbc.adapter.api.RequestParameter.NAME_CONTAINS;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.STATUS_EQUALS;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.START;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.jobs;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.row;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows answer what, how old they may be, and who reads. */
@Timeout(60)
class KeptWalksTest extends ClockedWalks {
  private static final ListRequest ALL = ListRequest.EVERYTHING;
  private static final ListRequest FAILED = new ListRequest(Map.of(STATUS_EQUALS, "Failed"));
  private static final ListRequest STOPPED = new ListRequest(Map.of(STATUS_EQUALS, "Stopped"));

  @ParameterizedTest
  @CsvSource({
    "'', s:Failed, true",
    "s:Failed, '', false",
    "s:Failed, s:Stopped, false",
    "s:Failed, s:Failed n:x, true",
    "n:night, n:nightly, true",
    "n:nightly, n:night, false",
    "a:2026-01-01T00:00:00Z, a:2026-01-01T00:00:00.001Z, true",
    "a:2026-01-01T00:00:00.001Z, a:2026-01-01T00:00:00Z, false",
    "a:2026-01-01T00:00:00Z, a:2026-01-01T00:00:00.000Z, true",
    "a:2026-01-01T00:00:00Z, b:2026-01-02T00:00:00Z, false",
    "b:2026-01-02T00:00:00Z, b:2026-01-01T00:00:00Z, true",
    "b:2026-01-01T00:00:00Z, b:2026-01-02T00:00:00Z, false",
    "a:2026-01-01T00:00:00Z, a:2026-02-01T00:00:00Z b:2026-03-01T00:00:00Z s:Failed, true",
  })
  void oneRequestImpliesAnother(String wide, String narrow, boolean covers) {
    assertThat(wanted(request(wide)).covers(wanted(request(narrow)))).isEqualTo(covers);
    assertThat(wanted(request(wide), FAILED).covers(wanted(request(narrow)))).isIn(covers, true);
  }

  @Test
  void severalRequestsCoverEachOfOthers() {
    assertThat(wanted(FAILED, STOPPED).covers(wanted(STOPPED))).isTrue();
    assertThat(wanted(FAILED).covers(wanted(FAILED, STOPPED))).isFalse();
    assertThat(wanted(FAILED, ALL, STOPPED).requests()).containsExactly(ALL);
  }

  @Test
  void rowsOfOthersAreNotUsed() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));

    assertThat(claim(wanted(FAILED)).jobs()).isPresent();
    assertThat(claim(Wanted.of("us-east-1", 2, List.of(FAILED))).jobs()).isEmpty();
    assertThat(claim(Wanted.of("eu-west-1", 1, List.of(FAILED))).jobs()).isEmpty();
  }

  @Test
  void ofSeveralTheYoungestAnswer() {
    final KeptJobs older = reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    later(Duration.ofSeconds(1));
    final KeptJobs younger = reading(wanted(request("n:job"))).read(jobs(row(1, "Failed", START)));

    assertThat(claim(wanted(request("s:Failed n:job"))).jobs()).containsSame(younger);
    assertThat(claim(wanted(request("s:Failed n:x"))).jobs()).containsSame(older);
  }

  @Test
  void theNewestComeFirstHoweverTheyWereRead() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START), row(2, "Failed", START + 1)));

    assertThat(claim(wanted(ALL)).jobs().orElseThrow().newest()).hasValue(START + 1);
  }

  @Test
  void rowsAreAsOldAsTheFirstRequestForThem() {
    final Reading reading = reading(wanted(ALL));
    later(Duration.ofSeconds(59));
    reading.read(jobs(row(1, "Failed", START)));

    later(Duration.ofSeconds(1));
    assertThat(walks.find(wanted(ALL), MINUTE)).isPresent();
    assertThat(walks.age(wanted(ALL), MINUTE)).contains(MINUTE);
    later(Duration.ofNanos(1));
    assertThat(walks.find(wanted(ALL), MINUTE)).isEmpty();
    assertThat(walks.find(wanted(ALL), MINUTE.multipliedBy(2))).isPresent();
  }

  @Test
  void whoWantsTheSameWaits() throws ExecutionException, InterruptedException {
    final Reading reading = reading(wanted(ALL));
    final CompletableFuture<KeptWalks.Claim> waiting =
        CompletableFuture.supplyAsync(() -> claim(wanted(FAILED)));
    assertThat(waiting).isNotDone();
    final KeptJobs read = reading.read(jobs(row(1, "Failed", START)));

    assertThat(waiting.get().jobs()).containsSame(read);
  }

  @Test
  void whoWaitedForAFailureReadsItself() throws ExecutionException, InterruptedException {
    final Reading reading = reading(wanted(ALL));
    final CompletableFuture<KeptWalks.Claim> waiting =
        CompletableFuture.supplyAsync(() -> claim(wanted(FAILED)));
    reading.failed();

    waiting.get().reading().orElseThrow().read(jobs(row(1, "Failed", START)));
    assertThat(claim(wanted(FAILED)).jobs()).isPresent();
    assertThat(claim(wanted(ALL)).jobs()).isEmpty();
  }

  @Test
  void nobodyWaitsForOneThatBeganTooLongAgo() {
    reading(wanted(ALL));
    later(MINUTE.plusNanos(1));

    assertThat(claim(wanted(ALL)).reading()).isPresent();
  }

  @Test
  void whatDoesNotFitIsNotKept() {
    final KeptJobsBuilder many = new KeptJobsBuilder();
    for (int i = 0; many.bytes() <= walks.mostBytes(); i++) {
      many.add(row(i, "Completed", START - i));
    }
    final Reading reading = reading(wanted(ALL));
    reading.read(many.build());

    assertThat(walks.find(wanted(ALL), MINUTE)).isEmpty();
    assertThat(walks.isTooLarge(wanted(ALL))).isTrue();
    assertThat(walks.isTooLarge(wanted(FAILED))).isFalse();
    assertThat(walks.kept("us-east-1")).isEqualTo(new KeptWalks.Kept(0, 0, Optional.empty()));
  }

  @Test
  void aPeriodThatMovesOnDoesNotFitEither() {
    reading(wanted(request("a:2026-01-01T00:00:00Z"))).tooLarge();

    assertThat(walks.isTooLarge(wanted(ALL))).isTrue();
    assertThat(walks.isTooLarge(wanted(request("a:2026-01-01T00:10:00Z")))).isTrue();
    assertThat(walks.isTooLarge(wanted(request("a:2026-01-02T00:00:00.001Z")))).isFalse();
    assertThat(walks.isTooLarge(wanted(request("a:2026-01-01T00:00:00Z s:Failed")))).isFalse();
  }

  @Test
  void whatWasNotUsedForLongestGivesWay() {
    final ListRequest[] names = new ListRequest[3];
    for (int n = 0; n < names.length; n++) {
      names[n] = new ListRequest(Map.of(NAME_CONTAINS, "name" + n));
      final KeptJobsBuilder some = new KeptJobsBuilder();
      for (int i = 0; some.bytes() <= walks.mostBytes() / 3; i++) {
        some.add(row(i, "Completed", START - i));
      }
      reading(wanted(names[n])).read(some.build());
      assertThat(walks.find(wanted(names[0]), MINUTE)).isPresent();
    }

    assertThat(walks.find(wanted(names[1]), MINUTE)).isEmpty();
    assertThat(walks.find(wanted(names[2]), MINUTE)).isPresent();
    assertThat(walks.kept("us-east-1").bytes()).isLessThanOrEqualTo(walks.mostBytes());
  }

  @Test
  void aWiderWalkTakesThePlaceOfNarrowerOnes() {
    reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START), row(2, "Stopped", START)));

    assertThat(walks.kept("us-east-1").jobs()).isEqualTo(2);
  }
}
