package io.github.bedrockjdbc.adapter.detail;

import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** All sources of details, and what a choice of their columns takes. */
public final class Details {
  private static final List<Detail> ALL =
      List.of(new ManifestDetail(), new TagsDetail(), new PlaceDetail());

  private Details() {}

  /** Those that some columns come from. */
  static List<Detail> of(Collection<DetailColumn> columns) {
    return ALL.stream()
        .filter(detail -> detail.columns().stream().anyMatch(columns::contains))
        .toList();
  }

  /** What must be known of a job for some columns; the ARN always, as it names the job. */
  public static List<JobColumn> needs(Collection<DetailColumn> columns) {
    return of(columns).stream()
        .flatMap(detail -> detail.needs().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * What reading some columns costs, for people.
   *
   * @param rows the most rows that there may be; empty if that is not known
   */
  public static List<String> costs(Collection<DetailColumn> columns, OptionalLong rows) {
    return of(columns).stream()
        .flatMap(
            detail -> detail.costs().map(text -> text + most(detail.batchSize(), rows)).stream())
        .toList();
  }

  private static String most(int batchSize, OptionalLong rows) {
    return rows.isEmpty() ? "" : ", at most " + (rows.getAsLong() + batchSize - 1) / batchSize;
  }
}
