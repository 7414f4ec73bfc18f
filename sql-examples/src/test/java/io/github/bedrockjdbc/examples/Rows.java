package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as plain lists of values: how they are grouped, sorted and shown. */
final class Rows {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Rows() {}

  static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  static List<String> texts(List<List<Object>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(Rows::text).collect(Collectors.joining("|")))
        .toList();
  }

  /** Each group's row; a row of a group begins with what its members have in common. */
  static List<List<Object>> grouped(
      Stream<Facts> jobs,
      Function<Facts, List<Object>> key,
      Function<List<Facts>, List<Object>> rest) {
    final List<List<Object>> rows = new ArrayList<>();
    jobs.collect(groupingBy(key))
        .forEach(
            (common, members) -> {
              final List<Object> row = new ArrayList<>(common);
              row.addAll(rest.apply(members));
              rows.add(row);
            });
    return rows;
  }

  /** Sorts by columns, counted from 1; a negative one descending. NULL is above all values. */
  static List<List<Object>> sorted(List<List<Object>> rows, int... columns) {
    return rows.stream().sorted(byAll(columns)).toList();
  }

  private static Comparator<List<Object>> byAll(int... columns) {
    return Arrays.stream(columns)
        .mapToObj(Rows::by)
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private static Comparator<List<Object>> by(int column) {
    final Comparator<List<Object>> one =
        Comparator.comparing(row -> row.get(Math.abs(column) - 1), Rows::compared);
    return column < 0 ? one.reversed() : one;
  }

  @SuppressWarnings("unchecked") // values of one column are of one type
  private static int compared(Object a, Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    return ((Comparable<Object>) a).compareTo(b);
  }

  static long count(Collection<Facts> jobs, Predicate<Facts> which) {
    return jobs.stream().filter(which).count();
  }

  /** Null where there is nothing to add up. */
  static Long sum(Collection<Facts> jobs, Function<Facts, Long> value) {
    return jobs.stream().map(value).filter(Objects::nonNull).reduce(Long::sum).orElse(null);
  }

  static Instant first(Collection<Facts> jobs) {
    return jobs.stream().map(each -> each.job().submitTime()).min(Instant::compareTo).orElse(null);
  }

  static Instant last(Collection<Facts> jobs) {
    return jobs.stream().map(each -> each.job().submitTime()).max(Instant::compareTo).orElse(null);
  }

  /** The value that this share of all is not above; null of none. */
  static Long percentile(double share, Stream<Long> values) {
    final List<Long> all = values.filter(Objects::nonNull).sorted().toList();
    return all.isEmpty() ? null : all.get((int) Math.ceil(share * all.size()) - 1);
  }

  static BigDecimal percent(Number part, Number whole, int scale) {
    return whole == null || part == null || whole.longValue() == 0
        ? null
        : BigDecimal.valueOf(100 * part.longValue())
            .divide(BigDecimal.valueOf(whole.longValue()), scale, RoundingMode.HALF_UP);
  }

  private static String text(Object value) {
    if (value instanceof Instant time) {
      return TIME.format(time);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return String.valueOf(value).replace("\n", "\\n");
  }
}
