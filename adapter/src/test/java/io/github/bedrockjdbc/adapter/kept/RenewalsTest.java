package io.github.bedrockjdbc.adapter.kept;

import static io.github.bedrockjdbc.adapter.api.RequestParameter.STATUS_EQUALS;
import static io.github.bedrockjdbc.adapter.api.RequestParameter.SUBMIT_TIME_AFTER;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.START;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.jobs;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.row;
import static io.github.bedrockjdbc.adapter.kept.KeptFixture.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read anew of rows that are too old, and when all is. */
@Timeout(20)
class RenewalsTest extends ClockedWalks {
  private static final ListRequest ALL = ListRequest.EVERYTHING;
  private static final ListRequest FAILED = new ListRequest(Map.of(STATUS_EQUALS, "Failed"));

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
    assertThat(renewing.renewal().map(ListRequest::toString))
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

  @ParameterizedTest
  @ValueSource(strings = {"Failed", "InProgress"})
  void jobsMayBeListedLate(String newest) {
    reading(wanted(ALL)).read(jobs(row(1, newest, START)));
    later(MINUTE.plusNanos(1));

    assertThat(reading(wanted(ALL)).renewal().map(ListRequest::toString))
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
      assertThat(renewing.renewal()).isPresent();
      assertThat(renewing.renewed(jobs(row(1, "Failed", START)))).isPresent();
    }
    later(MINUTE.plusNanos(1));

    assertThat(reading(wanted(ALL)).renewal()).isEmpty();
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
                .map(ClockedWalks::request)
                .toArray(ListRequest[]::new));
    reading(wanted).read(jobs(row(1, "Failed", START)));
    later(MINUTE.plusNanos(1));

    assertThat(reading(wanted).renewal()).isEmpty();
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

    assertThat(reading(period).renewal().map(ListRequest::toString))
        .contains("submitTimeAfter=" + Instant.ofEpochMilli(range + expectedAfter));
  }

  @ParameterizedTest
  @CsvSource({"2, true", "3, false"})
  void fewThatAreWantedAreNotWorthManyThatMayHaveChanged(int unfinished, boolean isRenewed) {
    final Object[][] rows = new Object[unfinished][];
    for (int i = 0; i < unfinished; i++) {
      rows[i] = row(i, "InProgress", START - i);
    }
    reading(wanted(ALL)).read(jobs(rows));
    later(MINUTE.plusNanos(1));

    assertThat(walks.answer(wanted(FAILED), MINUTE).isPresent()).isEqualTo(isRenewed);
    assertThat(walks.answer(wanted(ALL), MINUTE)).isPresent();
    assertThat(unshared(wanted(FAILED)).renewal().isPresent()).isEqualTo(isRenewed);
  }

  /** Where one request renews more than is wanted, whoever wants more waits for it. */
  @Test
  void whoWantsMoreWaitsForARenewalOfAll() throws Exception {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    later(MINUTE.plusNanos(1));
    final Reading renewing = unshared(wanted(FAILED));
    final CompletableFuture<Claim> waiting =
        CompletableFuture.supplyAsync(() -> claim(wanted(ALL)));
    awaitWaiterFor(renewing);
    final KeptJobs renewed = renewing.renewed(jobs(row(1, "Failed", START))).orElseThrow();

    assertThat(waiting.get().jobs()).containsSame(renewed);
  }

  @Test
  void whoWantsMoreReadsItWhereTheRenewalFails() throws Exception {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    later(MINUTE.plusNanos(1));
    final Reading renewing = unshared(wanted(FAILED));
    final CompletableFuture<Claim> waiting =
        CompletableFuture.supplyAsync(() -> claim(wanted(ALL)));
    awaitWaiterFor(renewing);
    assertThat(renewing.renewed(jobs(row(2, "Failed", START)))).isEmpty();
    renewing.read(jobs(row(2, "Failed", START)));

    assertThat(waiting.get().reading()).isPresent();
  }

  @Test
  void aPeriodThatMovesOnIsRenewedWhereThatIsLessThanAllOfIt() {
    reading(wanted(request("a:2023-11-14T00:00:00Z")))
        .read(
            jobs(
                row(4, "InProgress", START),
                row(3, "InProgress", START),
                row(2, "InProgress", START),
                row(1, "Failed", START - 1)));
    later(MINUTE.plusNanos(1));

    assertThat(renewal("a:2023-11-14T00:10:00Z"))
        .contains("submitTimeAfter=" + Instant.ofEpochMilli(START - 300_000 - 1_000));
    assertThat(renewal("a:2023-11-14T22:20:00Z")).isEmpty();
  }

  private Optional<String> renewal(String wanted) {
    return walks
        .answer(wanted(request(wanted)), MINUTE)
        .flatMap(KeptWalks.Answer::renewal)
        .map(ListRequest::toString);
  }

  /** What was read first may have been read long before the newest job was submitted. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jobsMayBeListedLateWhileOthersAreRead(boolean isAsleep) {
    final Reading slow = reading(wanted(ALL));
    if (isAsleep) {
      asleep(Duration.ofSeconds(40));
    } else {
      later(Duration.ofSeconds(40));
    }
    slow.read(jobs(row(1, "Failed", START - 1_000_000), row(2, "Failed", START)));
    later(MINUTE);

    assertThat(reading(wanted(ALL)).renewal().map(ListRequest::toString))
        .contains("submitTimeAfter=" + Instant.ofEpochMilli(START - 40_000 - 300_000 - 1_000));
  }

  @Test
  void aRenewalMayBeSlowToo() {
    reading(wanted(ALL)).read(jobs(row(1, "Failed", START)));
    later(MINUTE.plusNanos(1));
    final Reading renewing = reading(wanted(ALL));
    later(Duration.ofSeconds(20));
    renewing.renewed(jobs(row(1, "Failed", START)));
    later(MINUTE);

    assertThat(reading(wanted(ALL)).renewal().map(ListRequest::toString))
        .contains("submitTimeAfter=" + Instant.ofEpochMilli(START - 20_000 - 300_000 - 1_000));
  }
}
