package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.kept.KeptJobs;
import io.github.bedrockjdbc.adapter.kept.KeptWalks;
import io.github.bedrockjdbc.adapter.kept.Reading;
import io.github.bedrockjdbc.adapter.pushdown.BoundRequests;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The rows of a scan of one source that are kept already, or while they are read. */
final class KeptSourceRows {
  private final KeptScan keeping;
  private final JobQuery query;
  private final BoundRequests walks;
  private final RowLayout layout;
  private final Execution execution;
  private final Function<RowLayout, RawWalks> raw;
  private final Supplier<RowIterator> unkept;

  /**
   * @param layout of the rows to give
   * @param raw walks that give rows of a layout
   * @param unkept the walks' rows without keeping any
   */
  KeptSourceRows(
      KeptScan keeping,
      JobQuery query,
      BoundRequests walks,
      RowLayout layout,
      Execution execution,
      Function<RowLayout, RawWalks> raw,
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
        ? keeping.claim(false).map(this::streamed)
        : keeping.jobs(rawOfEveryColumn()).map(this::known);
  }

  private Rows streamed(KeptWalks.Claim claim) {
    return claim
        .jobs()
        .or(() -> keeping.renewed(claim.reading().orElseThrow(), rawOfEveryColumn()))
        .map(this::known)
        .orElseGet(() -> asRead(claim.reading().orElseThrow()));
  }

  private Rows known(KeptJobs jobs) {
    final boolean isReversed = query.order().filter(order -> order.direction() > 0).isPresent();
    return new Rows(jobs.rows(layout, isReversed, 0, execution), true);
  }

  private RawWalks rawOfEveryColumn() {
    return raw.apply(layout.hasHint() ? KeptJobs.LAYOUT.withHint() : KeptJobs.LAYOUT);
  }

  private Rows asRead(Reading reading) {
    final RawWalks each = rawOfEveryColumn();
    final List<RowIterator> all = new ArrayList<>();
    walks
        .requests()
        .forEach(
            request ->
                all.add(
                    query
                        .order()
                        .map(order -> each.all(request, order))
                        .orElseGet(() -> each.all(request))));
    final RowIterator inTurn = all.size() == 1 ? all.get(0) : new ConcatenatedRows(all, 0);
    return new Rows(new KeepingRows(inTurn, reading, keeping, layout, execution, unkept), false);
  }
}
