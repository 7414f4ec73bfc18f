package io.github.bedrockjdbc.adapter.kept;

import static io.github.bedrockjdbc.adapter.api.RequestParameter.NAME_CONTAINS;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.STATUS_EQUALS;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.START;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.jobs;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.row;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.time.Duration;
import java.time.Instant;
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
@Timeout(20)
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
    assertThat(claim(KeptFixture.of("us-east-1", 2, FAILED)).jobs()).isEmpty();
    assertThat(claim(KeptFixture.of("eu-west-1", 1, FAILED)).jobs()).isEmpty();
  }

  @Test
  void nobodyWaitsForWhatOthersRead() {
    final Reading reading = reading(wanted(ALL));

    final Reading another = reading(KeptFixture.of("us-east-1", 2, ALL));
    assertThat(another).isNotSameAs(reading);
    another.read(jobs(row(1, "Failed", START)));
    assertThat(claim(KeptFixture.of("us-east-1", 2, FAILED)).jobs()).isPresent();
  }

  /** All sources of a statement answer for one time, whenever they are asked. */
  @Test
  void theAgeCountsWhenTheStatementBegan() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    later(MINUTE);
    final Moment begun = walks.now();
    later(MINUTE);

    assertThat(walks.claim(wanted(FAILED), MINUTE, begun, true, UNLIMITED).jobs()).isPresent();
    assertThat(walks.find(wanted(STOPPED), MINUTE, begun).jobs()).isPresent();
    assertThat(found(wanted(STOPPED), MINUTE)).isEmpty();
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
    assertThat(found(wanted(ALL), MINUTE)).isPresent();
    assertThat(walks.answer(wanted(ALL), MINUTE).map(KeptWalks.Answer::age)).contains(MINUTE);
    later(Duration.ofNanos(1));
    assertThat(found(wanted(ALL), MINUTE)).isEmpty();
    assertThat(found(wanted(ALL), MINUTE.multipliedBy(2))).isPresent();
  }

  @Test
  void whoWantsTheSameWaits() throws ExecutionException, InterruptedException {
    final Reading reading = reading(wanted(ALL));
    final CompletableFuture<Claim> waiting =
        CompletableFuture.supplyAsync(() -> claim(wanted(FAILED)));
    assertThat(waiting).isNotDone();
    final KeptJobs read = reading.read(jobs(row(1, "Failed", START)));

    assertThat(waiting.get().jobs()).containsSame(read);
  }

  @Test
  void whoWaitedForAFailureReadsItself() throws ExecutionException, InterruptedException {
    final Reading reading = reading(wanted(ALL));
    final CompletableFuture<Claim> waiting =
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

    assertThat(found(wanted(ALL), MINUTE)).isEmpty();
    assertThat(claim(wanted(ALL))).isEqualTo(Claim.NONE);
    assertThat(claim(wanted(FAILED)).reading()).isPresent();
    assertThat(walks.kept("us-east-1")).isEqualTo(new KeptWalks.Kept(0, 0, Optional.empty()));
  }

  @Test
  void aPeriodThatMovesOnDoesNotFitEither() {
    reading(wanted(request("a:2026-01-01T00:00:00Z"))).unfit();

    assertThat(claim(wanted(ALL))).isEqualTo(Claim.NONE);
    assertThat(claim(wanted(request("a:2026-01-01T00:10:00Z")))).isEqualTo(Claim.NONE);
    assertThat(claim(wanted(request("a:2026-01-01T01:00:00.001Z"))).reading()).isPresent();
    assertThat(claim(wanted(request("a:2026-01-01T00:00:00Z s:Failed"))).reading()).isPresent();
  }

  @Test
  void whatWasNotUsedForLongestGivesWay() {
    final ListRequest[] names = new ListRequest[3];
    for (int n = 0; n < names.length; n++) {
      later(Duration.ofSeconds(1));
      names[n] = new ListRequest(Map.of(NAME_CONTAINS, "name" + n));
      final KeptJobsBuilder some = new KeptJobsBuilder();
      for (int i = 0; some.bytes() <= walks.mostBytes() / 3; i++) {
        some.add(row(i, "Completed", START - i));
      }
      reading(wanted(names[n])).read(some.build());
      assertThat(found(wanted(names[0]), MINUTE)).isPresent();
    }

    assertThat(found(wanted(names[1]), MINUTE)).isEmpty();
    assertThat(found(wanted(names[2]), MINUTE)).isPresent();
    assertThat(walks.kept("us-east-1").bytes()).isLessThanOrEqualTo(walks.mostBytes());
  }

  @Test
  void aWiderWalkTakesThePlaceOfNarrowerOnes() {
    reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START), row(2, "Stopped", START)));

    assertThat(walks.kept("us-east-1").jobs()).isEqualTo(2);
  }

  @Test
  void whatDidNotFitMayFitLater() {
    reading(wanted(ALL)).unfit();
    later(Duration.ofHours(1));
    assertThat(claim(wanted(ALL))).isEqualTo(Claim.NONE);
    later(Duration.ofNanos(1));
    assertThat(claim(wanted(ALL)).reading()).isPresent();
  }

  @Test
  void whoWaitedForWhatDoesNotFitAsksForItself() throws ExecutionException, InterruptedException {
    final Reading reading = reading(wanted(ALL));
    final CompletableFuture<Claim> waiting =
        CompletableFuture.supplyAsync(() -> claim(wanted(ALL)));
    reading.unfit();

    assertThat(waiting.get()).isEqualTo(Claim.NONE);
  }

  @Test
  void whatIsReadAtOnceMustFitTogether() {
    final Reading one = reading(wanted(FAILED));
    final Reading other = reading(wanted(STOPPED));

    assertThat(one.fits(walks.mostBytes() / 2)).isTrue();
    assertThat(other.fits(walks.mostBytes() / 2)).isTrue();
    assertThat(other.fits(walks.mostBytes() / 2 + 1)).isFalse();
    one.failed();
    assertThat(other.fits(walks.mostBytes())).isTrue();
  }

  @Test
  void whatAStatementUsesIsNotPushedOutByWhatItReads() {
    reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    final long kept = walks.kept("us-east-1").bytes();
    later(Duration.ofSeconds(1));
    final Reading reading = reading(wanted(STOPPED));
    assertThat(reading.fits(walks.mostBytes() - kept)).isTrue();
    later(Duration.ofSeconds(1));
    assertThat(found(wanted(FAILED), MINUTE)).isPresent();
    assertThat(reading.fits(walks.mostBytes())).isFalse();
    assertThat(found(wanted(FAILED), MINUTE)).isPresent();

    reading.failed();
    later(Duration.ofSeconds(1));
    assertThat(reading(wanted(STOPPED)).fits(walks.mostBytes())).isTrue();
    assertThat(found(wanted(FAILED), MINUTE)).isEmpty();
  }

  @Test
  void rowsThatWereReadBeforeDoNotReplaceYoungerOnes() {
    final Reading slow = unshared(wanted(FAILED));
    later(Duration.ofSeconds(1));
    final KeptJobs younger = reading(wanted(ALL)).read(jobs(row(2, "Failed", START)));
    slow.read(jobs(row(1, "Failed", START)));

    assertThat(found(wanted(FAILED), MINUTE)).containsSame(younger);
    assertThat(walks.kept("us-east-1").jobs()).isEqualTo(1);
  }

  @Test
  void olderRowsOfMoreAreKeptBesideYoungerOnes() {
    final Reading slow = unshared(wanted(ALL));
    later(Duration.ofSeconds(1));
    final KeptJobs younger = reading(wanted(FAILED)).read(jobs(row(2, "Failed", START)));
    final KeptJobs older = slow.read(jobs(row(1, "Failed", START)));

    assertThat(found(wanted(FAILED), MINUTE)).containsSame(younger);
    assertThat(found(wanted(STOPPED), MINUTE)).containsSame(older);
  }

  @Test
  void rowsAgeWhileTheMachineSleeps() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    asleep(MINUTE);
    assertThat(found(wanted(ALL), MINUTE)).isPresent();
    asleep(Duration.ofMillis(1));
    assertThat(found(wanted(ALL), MINUTE)).isEmpty();
  }

  @Test
  void rowsDoNotGrowYoungerWhenAClockIsSetBack() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    later(MINUTE);
    asleep(Duration.ofHours(-1));
    assertThat(found(wanted(ALL), MINUTE)).isPresent();
    later(Duration.ofNanos(1));
    assertThat(found(wanted(ALL), MINUTE)).isEmpty();
  }

  /** They were young enough when the wait began. */
  @Test
  void whoWaitsTakesWhatTookLongerThanTheyMayBeOld() throws Exception {
    final Reading slow = reading(wanted(ALL));
    later(MINUTE);
    final CompletableFuture<Claim> waiting =
        CompletableFuture.supplyAsync(() -> claim(wanted(FAILED)));
    awaitWaiterFor(slow);
    later(MINUTE);
    final KeptJobs read = slow.read(jobs(row(1, "Failed", START)));

    assertThat(waiting.get().jobs()).containsSame(read);
  }

  /** One after the other they would wait for the sum of all failures. */
  @Test
  void whoWaitedForARefusalDoesNotWaitAgain() throws Exception {
    final Reading refused = reading(wanted(ALL));
    final CompletableFuture<Claim> one = CompletableFuture.supplyAsync(() -> claim(wanted(ALL)));
    final CompletableFuture<Claim> other =
        CompletableFuture.supplyAsync(() -> claim(wanted(FAILED)));
    while (refused.end().getNumberOfDependents() < 2) {
      Thread.onSpinWait();
    }
    refused.refused();

    assertThat(one.get().reading()).isPresent();
    assertThat(other.get().reading()).isPresent();
  }

  @Test
  void whoStreamsDoesNotWaitBeforeTheFirstPage() {
    reading(wanted(ALL));
    assertThat(unshared(wanted(FAILED))).isNotNull();
  }

  @Test
  void whoReadsOnReadsForNobodyWhereThereIsNoRoom() {
    final Reading streamed = unshared(wanted(ALL));
    reading(wanted(ALL)).unfit();

    assertThat(streamed.others(MINUTE, UNLIMITED)).isEmpty();
    assertThat(streamed.isEnded()).isTrue();
  }

  @Test
  void rowsThatAScanHasTakeTheirRoom() {
    final KeptJobs rows = reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    final Cancellation scan = Cancellation.unlimited();
    walks.hold(rows, scan);
    walks.hold(rows, Cancellation.unlimited());
    later(Duration.ofSeconds(1));
    final Reading reading = reading(wanted(STOPPED));
    assertThat(reading.fits(walks.mostBytes() - rows.bytes())).isTrue();
    assertThat(reading.fits(walks.mostBytes())).isFalse();
    scan.cancel();
    scan.cancel();
    assertThat(reading.fits(walks.mostBytes() - 1)).isFalse();
  }

  @Test
  void rowsThatNoScanHasAnyMoreGiveWay() {
    final KeptJobs rows = reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    final Cancellation scan = Cancellation.unlimited();
    walks.hold(rows, scan);
    later(Duration.ofSeconds(1));
    final Reading reading = reading(wanted(STOPPED));
    assertThat(reading.fits(walks.mostBytes())).isFalse();
    scan.cancel();
    assertThat(reading.fits(walks.mostBytes() - 1)).isTrue();
  }

  @Test
  void thereAreNotTooManyOfThem() {
    for (int i = 1_000; i < 2_010; i++) {
      reading(wanted(request("n:name" + i))).read(jobs());
    }
    assertThat(found(wanted(request("n:name1009")), MINUTE)).isEmpty();
    assertThat(found(wanted(request("n:name1010")), MINUTE)).isPresent();
  }

  @Test
  void whoReadsOnTakesWhatOthersAreReading() throws Exception {
    final Reading first = unshared(wanted(ALL));
    final Reading second = unshared(wanted(ALL));

    assertThat(first.others(MINUTE, UNLIMITED)).isEmpty();
    final CompletableFuture<Optional<KeptJobs>> waiting =
        CompletableFuture.supplyAsync(() -> second.others(MINUTE, UNLIMITED));
    awaitWaiterFor(first);
    final KeptJobs read = first.read(jobs(row(1, "Failed", START)));

    assertThat(waiting.get()).containsSame(read);
  }

  @Test
  void whoReadsOnHasOthersWait() throws Exception {
    final Reading first = unshared(wanted(ALL));
    assertThat(first.others(MINUTE, UNLIMITED)).isEmpty();
    final CompletableFuture<Claim> waiting =
        CompletableFuture.supplyAsync(() -> claim(wanted(FAILED)));
    awaitWaiterFor(first);
    assertThat(waiting).isNotDone();
    first.failed();

    assertThat(waiting.get().reading()).isPresent();
  }

  @Test
  void anEndThatMovesOnWithTheClockIsNone() {
    final Moment now = new Moment(0, START);
    final String recent = Instant.ofEpochMilli(START - 300_000).toString();
    final String before = Instant.ofEpochMilli(START - 300_001).toString();

    assertThat(Wanted.of("us-east-1", 1, List.of(request("s:Failed b:" + recent)), now).requests())
        .containsExactly(FAILED);
    assertThat(Wanted.of("us-east-1", 1, List.of(request("b:" + before)), now).requests())
        .containsExactly(request("b:" + before));
  }

  @Test
  void whatCanAnswerNothingAnyMoreIsDropped() {
    reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    later(MINUTE);
    found(wanted(STOPPED), MINUTE);
    assertThat(walks.kept("us-east-1").jobs()).isEqualTo(1);
    later(Duration.ofNanos(1));
    found(wanted(STOPPED), MINUTE);
    assertThat(walks.kept("us-east-1").jobs()).isZero();
  }

  @Test
  void whatIsYoungEnoughForSomebodyIsNotDropped() {
    reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    assertThat(found(wanted(FAILED), MINUTE.multipliedBy(10))).isPresent();
    later(MINUTE.multipliedBy(10));
    found(wanted(STOPPED), MINUTE);

    assertThat(found(wanted(FAILED), MINUTE.multipliedBy(10))).isPresent();
  }

  @Test
  void nothingGivesWayToWhatDoesNotFitAllTheSame() {
    reading(wanted(FAILED)).read(jobs(row(1, "Failed", START)));
    later(Duration.ofSeconds(1));
    final Reading reading = reading(wanted(STOPPED));
    assertThat(reading.fits(walks.mostBytes() + 1)).isFalse();

    assertThat(found(wanted(FAILED), MINUTE)).isPresent();
  }

  @Test
  void whatCanBeRenewedIsDroppedWhenNobodyHasWantedItForLong() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    later(Duration.ofHours(1));
    found(KeptFixture.of("eu-west-1", 1, ALL), MINUTE);
    assertThat(walks.kept("us-east-1").jobs()).isEqualTo(1);
    later(Duration.ofNanos(1));
    found(KeptFixture.of("eu-west-1", 1, ALL), MINUTE);
    assertThat(walks.kept("us-east-1").jobs()).isZero();
  }

  @Test
  void rowsOfWhoAsksNoLongerAreDropped() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    claim(KeptFixture.of("eu-west-1", 2, ALL));
    assertThat(walks.kept("us-east-1").jobs()).isEqualTo(1);
    claim(KeptFixture.of("us-east-1", 2, ALL));
    assertThat(walks.kept("us-east-1").jobs()).isZero();
  }
}
