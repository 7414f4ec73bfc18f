package io.github.bedrockjdbc.adapter.detail;

import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * What rows with details are made of.
 *
 * @param needs where the columns of the job stand in a row that comes in
 * @param outputs the values of a row that goes out, in order
 */
public record DetailLayout(Map<JobColumn, Integer> needs, List<Output> outputs) {
  /** Copies both. */
  public DetailLayout {
    final Map<JobColumn, Integer> inOrder = new EnumMap<>(JobColumn.class);
    inOrder.putAll(needs);
    needs = Collections.unmodifiableMap(inOrder);
    outputs = List.copyOf(outputs);
  }

  /** A value of a row that goes out. */
  public sealed interface Output permits Input, Value {}

  /**
   * A value that came in.
   *
   * @param index its place there
   */
  public record Input(int index) implements Output {}

  /**
   * A detail.
   *
   * @param column which one
   */
  public record Value(DetailColumn column) implements Output {}

  /** The details among the values, each once. */
  public List<DetailColumn> columns() {
    return outputs.stream()
        .flatMap(output -> output instanceof Value value ? Stream.of(value.column) : Stream.empty())
        .distinct()
        .toList();
  }

  /** The places in a row that comes in which are of use, in order. */
  public List<Integer> inputs() {
    final Stream<Integer> given =
        outputs.stream()
            .flatMap(
                output -> output instanceof Input from ? Stream.of(from.index) : Stream.empty());
    return Stream.concat(needs.values().stream(), given).distinct().sorted().toList();
  }

  /** The same for rows whose values come in at other places. */
  public DetailLayout moved(IntUnaryOperator places) {
    final Map<JobColumn, Integer> moved = new EnumMap<>(JobColumn.class);
    needs.forEach((column, place) -> moved.put(column, places.applyAsInt(place)));
    return new DetailLayout(
        moved,
        outputs.stream()
            .<Output>map(
                output ->
                    output instanceof Input from
                        ? new Input(places.applyAsInt(from.index))
                        : output)
            .toList());
  }

  List<Detail> details() {
    return Details.of(columns());
  }

  /** Null where the row is of an outer join and has no job. */
  String arn(Object[] input) {
    return (String) input[needs.get(JobColumn.JOB_ARN)];
  }

  Object[] needed(Object[] input, Detail detail) {
    return detail.needs().stream().map(column -> input[needs.get(column)]).toArray();
  }
}
