package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.kept.Claim;
import io.github.bedrockjdbc.adapter.kept.KeptJobs;
import io.github.bedrockjdbc.adapter.kept.KeptJobsBuilder;
import io.github.bedrockjdbc.adapter.kept.KeptWalks;
import io.github.bedrockjdbc.adapter.kept.Moment;
import io.github.bedrockjdbc.adapter.kept.Reading;
import io.github.bedrockjdbc.adapter.kept.Wanted;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.pushdown.BoundRequests;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.Requests;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the scans of a statement need of one source, from rows that are kept or will be. */
public final class KeptScan {
  private final Engine engine;
  private final Source source;
  private final long asker;
  private final StatementScans scans;
  private final List<BoundRequests> bound;
  private final Execution execution;

  /**
   * @param asker in whose name the walks were planned
   * @param requests what a scan asks of this source
   */
  KeptScan(
      Engine engine,
      Source source,
      long asker,
      StatementScans scans,
      Function<JobQuery, BoundRequests> requests,
      Execution execution) {
    this.engine = engine;
    this.source = source;
    this.asker = asker;
    this.scans = scans;
    this.bound = scans.queries().stream().map(requests).toList();
    this.execution = execution;
  }

  /**
   * How each source would be asked for the rows of one statement's scans now; empty if one would be
   * asked for all of them, or nobody can tell before parameters are known.
   */
  public static List<KeptWalks.Answer> answers(
      Engine engine, List<JobQuery> queries, Duration maxAge) {
    final List<KeptWalks.Answer> answers = new ArrayList<>();
    for (Source source : maxAge.isZero() ? List.<Source>of() : engine.sources()) {
      final Optional<KeptWalks.Answer> answer = answer(engine, source, queries, maxAge);
      if (answer.isEmpty()) {
        return List.of();
      }
      answers.add(answer.get());
    }
    return answers;
  }

  private static Optional<KeptWalks.Answer> answer(
      Engine engine, Source source, List<JobQuery> queries, Duration maxAge) {
    try {
      final List<BoundRequests> requests =
          queries.stream()
              .map(
                  query ->
                      BoundRequests.open(
                          query,
                          Binding.whenPlanned(),
                          source.factsWhenPlanned(),
                          engine.config().get(Property.PAGE_SIZE)))
              .toList();
      final Wanted all = wanted(engine, source, source.asker(), requests);
      final Wanted read =
          wanted(
              engine, source, source.asker(), requests.stream().filter(KeptScan::isWhole).toList());
      return engine
          .walks()
          .answer(all, maxAge)
          .filter(answer -> answer.renewal().isEmpty() || read.covers(all));
    } catch (Binding.UnknownParameterException e) {
      return Optional.empty();
    }
  }

  /** What scans may need of a source, earlier states first. */
  private static Wanted wanted(
      Engine engine, Source source, long asker, List<BoundRequests> scans) {
    return Wanted.of(
        source,
        asker,
        scans.stream().flatMap(KeptScan::all).sorted(Requests.BY_LIFE_CYCLE).toList(),
        engine.walks().now());
  }

  /** Whether rows may be kept, and used, at all. */
  boolean mayKeep() {
    return !execution.maxAge().isZero() && Source.isKnown(asker);
  }

  /** Whether the rows of the only scan may go to the client before all were read. */
  boolean isStreamed() {
    return scans.isStreamed() && isWhole(bound.get(0));
  }

  /**
   * Rows among which are all that the statement needs; the same for each of its scans. Empty if its
   * scans are to ask for themselves.
   *
   * @param walks of rows with all columns, as a part of an execution
   */
  Optional<KeptJobs> jobs(Function<Execution, RawWalks> walks) {
    final Optional<KeptJobs> jobs =
        execution.once(
            new Key(source),
            by -> {
              try (Cancellation.Scope scope = by.cancellation().scope()) { // ends what goes on
                return jobs(claim(true, by), walks.apply(by.within(scope)));
              }
            });
    jobs.ifPresent(this::hold);
    return jobs;
  }

  /** Takes note that the scan has rows, until it ends. */
  void hold(KeptJobs jobs) {
    engine.walks().hold(jobs, execution.cancellation());
  }

  /**
   * Rows that are here, or leave to read them; neither if none are to be kept.
   *
   * @param isShared whether others may wait until these are read
   */
  Claim claim(boolean isShared) {
    return claim(isShared, execution);
  }

  private Claim claim(boolean isShared, Execution by) {
    final Wanted all = wanted(engine, source, asker, bound);
    final Wanted read =
        wanted(engine, source, asker, bound.stream().filter(KeptScan::isWhole).toList());
    final KeptWalks walks = engine.walks();
    final Moment begun = by.once(walks, own -> walks.now());
    return read.covers(all)
        ? walks.claim(read, execution.maxAge(), begun, isShared, by.cancellation())
        : walks.find(all, execution.maxAge(), begun);
  }

  /** Requests of which every row is asked for. */
  private static boolean isWhole(BoundRequests requests) {
    return requests.fetch() == Long.MAX_VALUE && requests.lookups().isEmpty();
  }

  private static Stream<ListRequest> all(BoundRequests requests) {
    return Stream.concat(requests.requests().stream(), requests.insteadOfLookups().stream());
  }

  private Optional<KeptJobs> jobs(Claim claim, RawWalks walks) {
    return claim.jobs().or(() -> claim.reading().flatMap(reading -> read(reading, walks)));
  }

  private Optional<KeptJobs> read(Reading reading, RawWalks walks) {
    return guarded(reading, () -> renewed(reading, walks).or(() -> readAll(reading, walks)));
  }

  /**
   * Rows that were too old, made young again with one request or a few, for whoever waits. Empty if
   * that is not to be, or they cannot be relied on.
   */
  Optional<KeptJobs> renewedAtOnce(Reading reading, RawWalks walks) {
    return reading.isRenewedAtOnce()
        ? guarded(reading, () -> renewed(reading, walks))
        : Optional.empty();
  }

  /** Rows that were too old, made young again; empty if all is to be read. */
  Optional<KeptJobs> renewed(Reading reading, RawWalks walks) {
    try {
      return reading
          .renewal()
          .flatMap(request -> all(reading, List.of(paged(request)), walks))
          .filter(rows -> source.asker() == asker)
          .flatMap(reading::renewed);
    } catch (ApiException e) {
      return unusable(e);
    }
  }

  private Optional<KeptJobs> readAll(Reading reading, RawWalks walks) {
    return all(reading, requests(reading), walks).map(rows -> ended(reading, rows));
  }

  /** Empty if there is no room for them, or was none for others: the reading has ended then. */
  private Optional<KeptJobs> all(Reading reading, List<ListRequest> requests, RawWalks walks) {
    final KeptJobsBuilder rows = new KeptJobsBuilder();
    for (ListRequest request : reading.isEnded() ? List.<ListRequest>of() : requests) {
      final RowIterator raw = walks.all(request);
      while (raw.hasNext()) {
        rows.add(raw.next());
        if (!reading.fits(rows.bytes())) {
          tooLarge(reading);
          return Optional.empty();
        }
      }
    }
    return reading.isEnded() ? Optional.empty() : Optional.of(rows.build());
  }

  /** Ends a reading with all rows; they are not kept if others were asking at its end. */
  KeptJobs ended(Reading reading, KeptJobs jobs) {
    jobs.anyArn().ifPresent(arn -> source.note(arn, asker)); // tells where its details are
    if (source.asker() == asker) {
      return reading.read(jobs);
    }
    reading.failed();
    return jobs.newestFirst();
  }

  /** Ends a reading that will not fit, and says so. */
  void tooLarge(Reading reading) {
    reading.unfit();
    execution.warn(
        "The jobs take more than %d MB, a part of the heap, so they are not kept for maxAge;"
                .formatted(reading.mostBytes() >> 20)
            + " narrow the query or give Java more memory (-Xmx)");
  }

  /** What cannot be read may be a value that the statement has no use for. */
  private static Optional<KeptJobs> unusable(ApiException failure) {
    if (failure.kind() != ApiException.Kind.BAD_ANSWER) {
      throw failure;
    }
    return Optional.empty();
  }

  private static Optional<KeptJobs> guarded(Reading reading, Supplier<Optional<KeptJobs>> reads) {
    boolean isRead = false;
    try {
      final Optional<KeptJobs> jobs = reads.get();
      isRead = true;
      return jobs;
    } catch (ApiException e) {
      failed(reading, e);
      return unusable(e);
    } finally {
      if (!isRead && !reading.isEnded()) {
        reading.failed();
      }
    }
  }

  /** Ends a reading, and lets those who wait know what will become of theirs. */
  static void failed(Reading reading, ApiException failure) {
    if (failure.kind() == ApiException.Kind.BAD_ANSWER) {
      reading.unfit();
    } else if (Source.isOfTheQuery(failure)) {
      reading.failed();
    } else {
      reading.refused();
    }
  }

  /** What a reading asks, which may be more than the scan would. */
  List<ListRequest> requests(Reading reading) {
    return reading.requests().stream().map(this::paged).toList();
  }

  private ListRequest paged(ListRequest request) {
    return request.with(
        RequestParameter.MAX_RESULTS, Integer.toString(engine.config().get(Property.PAGE_SIZE)));
  }

  private record Key(Source source) {}
}
