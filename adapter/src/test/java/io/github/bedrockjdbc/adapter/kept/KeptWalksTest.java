package io.github.bedrockjdbc.adapter.kept;

import static io.github.bedrockjdbc.adapter.api.RequestParameter.NAME_CONTAINS;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.STATUS_EQUALS;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.SUBMIT_TIME_AFTER;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.SUBMIT_TIME_BEFORE;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.START;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.jobs;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.row;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows answer what, how old they may be, and who reads. */
@Timeout(60)
class KeptWalksTest {
  private static final ListRequest ALL = ListRequest.EVERYTHING;
  private static final ListRequest FAILED = new ListRequest(Map.of(STATUS_EQUALS, "Failed"));
  private static final ListRequest STOPPED = new ListRequest(Map.of(STATUS_EQUALS, "Stopped"));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private long now;
  private final KeptWalks walks =
      new KeptWalks(
          1 << 20,
          new Ticker() {
            @Override
            public long read() {
              return now;
            }
          });

  private KeptWalks.Claim claim(Wanted wanted) {
    return walks.claim(wanted, MINUTE, true, Cancellation.unlimited());
  }

  private Reading reading(Wanted wanted) {
    return claim(wanted).reading().orElseThrow();
  }

  private void later(Duration time) {
    now += time.toNanos();
  }

  /** Parameters as {@code s:Failed n:part a:2026-01-01T00:00:00Z b:…}. */
  private static ListRequest request(String text) {
    ListRequest request = ALL;
    for (String part : text.isEmpty() ? new String[0] : text.split(" ")) {
      final String value = part.substring(2);
      request =
          switch (part.charAt(0)) {
            case 's' -> request.with(STATUS_EQUALS, value);
            case 'n' -> request.with(NAME_CONTAINS, value);
            case 'a' -> request.with(SUBMIT_TIME_AFTER, value);
            default -> request.with(SUBMIT_TIME_BEFORE, value);
          };
    }
    return request;
  }

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
  void onlyWhatMayHaveChangedIsReadAnew() {
    reading(wanted(ALL))
        .read(
            jobs(
                row(3, "InProgress", START + 600_000),
                row(2, "InProgress", START + 1_000),
                row(1, "Failed", START)));
    later(MINUTE.plusNanos(1));

    final Reading renewing = reading(wanted(ALL));
    assertThat(renewing.renewal(1000).map(ListRequest::toString))
        .contains("submitTimeAfter=" + Instant.ofEpochMilli(START));
    final KeptJobs renewed =
        renewing
            .renewed(
                jobs(
                    row(4, "Submitted", START + 900_000),
                    row(3, "Completed", START + 600_000),
                    row(2, "Stopped", START + 1_000),
                    row(1, "Failed", START)))
            .orElseThrow();

    assertThat(renewed.size()).isEqualTo(4);
    assertThat(renewed.oldestThatMayChange()).hasValue(START + 900_000);
    assertThat(claim(wanted(FAILED)).jobs()).containsSame(renewed);
  }

  @Test
  void jobsMayBeListedLate() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    later(MINUTE.plusNanos(1));

    assertThat(reading(wanted(ALL)).renewal(1000).map(ListRequest::toString))
        .contains("submitTimeAfter=" + Instant.ofEpochMilli(START - 300_000 - 1_000));
  }

  @Test
  void aJobThatIsGoneMakesAllOfThemUncertain() {
    reading(wanted(ALL)).read(jobs(row(2, "InProgress", START), row(1, "InProgress", START - 1)));
    later(MINUTE.plusNanos(1));

    assertThat(reading(wanted(ALL)).renewed(jobs(row(2, "Failed", START)))).isEmpty();
  }

  @Test
  void finalJobsAreBelievedForADay() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    for (int renewals = 0; renewals < 5; renewals++) {
      later(Duration.ofHours(4).plusMinutes(48));
      final Reading renewing = reading(wanted(ALL));
      assertThat(renewing.renewal(1000)).isPresent();
      assertThat(renewing.renewed(jobs(row(1, "Failed", START)))).isPresent();
    }
    later(MINUTE.plusNanos(1));

    assertThat(reading(wanted(ALL)).renewal(1000)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s:Failed",
        "n:a s:Failed",
        "s:Failed|s:Stopped",
        "n:a|n:b",
        "a:2026-01-01T00:00:00Z|n:a"
      })
  void whatOneRangeCannotTellIsReadAsAWhole(String requests) {
    final Wanted wanted =
        wanted(
            Arrays.stream(requests.split("\\|"))
                .map(KeptWalksTest::request)
                .toArray(ListRequest[]::new));
    reading(wanted).read(jobs(row(1, "Failed", START)));
    later(MINUTE.plusNanos(1));

    assertThat(reading(wanted).renewal(1000)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1", // as wanted, if that is later
    "-1, 0",
    "-1000000000, 0"
  })
  void noMoreIsReadAnewThanIsWanted(long beginsAfter, long expectedAfter) {
    final long range = START - 300_000 - 1_000;
    final Wanted period =
        wanted(ALL.with(SUBMIT_TIME_AFTER, Instant.ofEpochMilli(range + beginsAfter).toString()));
    reading(period).read(jobs(row(1, "Failed", START)));
    later(MINUTE.plusNanos(1));

    assertThat(reading(period).renewal(1000).map(ListRequest::toString))
        .contains("submitTimeAfter=" + Instant.ofEpochMilli(range + expectedAfter));
  }

  @Test
  void fewThatAreWantedAreNotWorthManyThatMayHaveChanged() {
    reading(wanted(ALL)).read(jobs(row(2, "InProgress", START + 1), row(1, "InProgress", START)));
    later(MINUTE.plusNanos(1));

    final Reading few = reading(wanted(FAILED));
    assertThat(few.renewal(2)).isEmpty();
    assertThat(few.renewal(3)).isPresent();
    assertThat(reading(wanted(ALL)).renewal(2)).isPresent();
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
