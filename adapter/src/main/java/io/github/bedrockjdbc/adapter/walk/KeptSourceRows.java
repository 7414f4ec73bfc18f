package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.kept.Claim;
import io.github.bedrockjdbc.adapter.kept.KeptJobs;
import io.github.bedrockjdbc.adapter.kept.Reading;
import io.github.bedrockjdbc.adapter.pushdown.BoundRequests;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The rows of a scan of one source that are kept already, or while they are read. */
final class KeptSourceRows {
  private final KeptScan keeping;
  private final JobQuery query;
  private final BoundRequests walks;
  private final RowLayout layout;
  private final Execution execution;
  private final BiFunction<RowLayout, Execution, RawWalks> raw;
  private final Supplier<RowIterator> unkept;

  /**
   * @param layout of the rows to give
   * @param raw walks that give rows of a layout, as a part of an execution
   * @param unkept the walks' rows without keeping any
   */
  KeptSourceRows(
      KeptScan keeping,
      JobQuery query,
      BoundRequests walks,
      RowLayout layout,
      Execution execution,
      BiFunction<RowLayout, Execution, RawWalks> raw,
      Supplier<RowIterator> unkept) {
    this.keeping = keeping;
    this.query = query;
    this.walks = walks;
    this.layout = layout;
    this.execution = execution;
    this.raw = raw;
    this.unkept = unkept;
  }

  /**
   * Rows among which are all that the scan wants, in its order.
   *
   * @param areDistinct whether each job is there once
   */
  record Rows(RowIterator all, boolean areDistinct) {}

  /** Empty if the scan is to ask for itself. */
  Optional<Rows> rows() {
    final boolean isInTurn = walks.requests().size() == 1 || query.order().isEmpty();
    return keeping.isStreamed() && isInTurn
        ? streamed(keeping.claim(false))
        : keeping.jobs(this::rawOfEveryColumn).map(this::known);
  }

  private Optional<Rows> streamed(Claim claim) {
    return claim
        .jobs()
        .or(() -> claim.reading().flatMap(this::renewedAtOnce))
        .map(
            jobs -> {
              keeping.hold(jobs);
              return known(jobs);
            })
        .or(() -> claim.reading().map(this::asRead));
  }

  private Optional<KeptJobs> renewedAtOnce(Reading reading) {
    return keeping.renewedAtOnce(reading, rawOfEveryColumn(execution));
  }

  private Rows known(KeptJobs jobs) {
    return new Rows(jobs.rows(layout, isReversed(), 0, execution), true);
  }

  private boolean isReversed() {
    return query.order().filter(order -> order.direction() > 0).isPresent();
  }

  private RawWalks rawOfEveryColumn(Execution by) {
    return raw.apply(layout.hasHint() ? KeptJobs.LAYOUT.withHint() : KeptJobs.LAYOUT, by);
  }

  private Rows asRead(Reading claimed) {
    final Reading reading = claimed.isRenewedAtOnce() ? claimed.again() : claimed;
    final RawWalks each = rawOfEveryColumn(execution);
    final List<RowIterator> all =
        keeping.requests(reading).stream()
            .map(
                request ->
                    query
                        .order()
                        .map(order -> each.all(request.sorted(order.direction() < 0), order))
                        .orElseGet(() -> each.all(request)))
            .toList();
    final RowIterator inTurn = all.size() == 1 ? all.get(0) : new ConcatenatedRows(all, 0);
    return new Rows(
        new KeepingRows(inTurn, reading, keeping, query.order(), layout, execution, each, unkept),
        false);
  }
}
