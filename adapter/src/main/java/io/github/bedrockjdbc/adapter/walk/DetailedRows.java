package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.AskedJob;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.row.JobDecoder;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Rows with the failure message filled in, read for a few rows ahead at once. */
final class DetailedRows implements RowIterator {
  private static final String MANY =
      "%d failure messages were read, with one request each; readMessages=false skips them";

  private static final RowLayout DETAIL =
      new RowLayout(List.of(JobColumn.MESSAGE, JobColumn.JOB_ARN, JobColumn.END_TIME));

  private final RowIterator rows;
  private final RowLayout layout;
  private final Engine engine;
  private final Execution execution;
  private final int ahead;
  private final boolean isRequired;
  private final Queue<Pending> pending = new ArrayDeque<>();

  /**
   * Calls nothing yet.
   *
   * @param layout has ARN, status and message
   * @param isRequired whether a message that may not be read fails the query
   */
  DetailedRows(
      RowIterator rows, RowLayout layout, boolean isRequired, Engine engine, Execution execution) {
    this.rows = rows;
    this.layout = layout;
    this.isRequired = isRequired;
    this.engine = engine;
    this.execution = execution;
    this.ahead = engine.config().get(Property.PARALLELISM);
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty() || rows.hasNext();
  }

  @Override
  public boolean hasNextAtHand() {
    return !pending.isEmpty() || rows.hasNextAtHand();
  }

  /** Looks ahead no further than the page at hand: a row to come is no reason for a call. */
  @Override
  public Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (pending.size() < ahead && (pending.isEmpty() || rows.hasNextAtHand())) {
      pending.add(start(rows.next()));
    }
    final Pending first = pending.remove();
    first.row[layout.indexOf(JobColumn.MESSAGE)] = await(first);
    return first.row;
  }

  private Pending start(Object[] row) {
    final Object listed = row[layout.indexOf(JobColumn.MESSAGE)];
    final boolean isFailed =
        JobStatus.FAILED.wireName().equals(row[layout.indexOf(JobColumn.STATUS)]);
    if (!isFailed) {
      return new Pending(row, CompletableFuture.completedFuture(Optional.empty()));
    }
    if (listed != null || !engine.config().get(Property.READ_MESSAGES)) {
      return new Pending(
          row, CompletableFuture.completedFuture(Optional.ofNullable((String) listed)));
    }
    final String arn = (String) row[layout.indexOf(JobColumn.JOB_ARN)];
    final Source source = engine.source(arn);
    return new Pending(
        row,
        engine
            .messages()
            .get(new AskedJob(arn, source.asker()))
            .map(known -> CompletableFuture.completedFuture(known.message()))
            .orElseGet(
                () -> CompletableFuture.supplyAsync(() -> read(arn, source), engine.threads())));
  }

  private Optional<String> read(String arn, Source source) {
    execution.countDetail(MANY);
    final AskedJob asked = new AskedJob(arn, source.asker());
    final JobDecoder reader = new JobDecoder(DETAIL, source.region(), execution);
    final Object[] detail = source.get(arn, reader.of(arn), execution);
    final Optional<String> message =
        Optional.ofNullable((String) detail[DETAIL.indexOf(JobColumn.MESSAGE)]);
    final Long end = (Long) detail[DETAIL.indexOf(JobColumn.END_TIME)];
    if (source.asker() != asked.asker()) {
      return message;
    }
    if (message.isPresent()) {
      engine.messages().put(asked, message.get());
    } else if (end != null) {
      engine.messages().putNone(asked, Instant.ofEpochMilli(end));
    }
    return message;
  }

  private String await(Pending first) {
    try {
      return execution.cancellation().await(first.message).orElse(null);
    } catch (ApiException e) {
      if (e.kind() != Kind.ACCESS_DENIED || isRequired) {
        throw e;
      }
      execution.warn(
          "Failure messages are missing where bedrock:GetModelInvocationJob is denied",
          (String) first.row[layout.indexOf(JobColumn.JOB_ARN)]);
      return null;
    }
  }

  private static final class Pending {
    private final Object[] row;
    private final CompletableFuture<Optional<String>> message;

    Pending(Object[] row, CompletableFuture<Optional<String>> message) {
      this.row = row;
      this.message = message;
    }
  }
}
