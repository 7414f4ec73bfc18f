package io.github.bedrockjdbc.driver.testing;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which of many cases of one kind a build runs; {@code -Dcases=all} runs them all. */
public final class Cases {
  private static final boolean ALL = "all".equals(System.getProperty("cases"));

  private Cases() {}

  /** How many of something a build does. */
  public static int many(int all, int otherwise) {
    return ALL ? all : otherwise;
  }

  /** The first of each so many. */
  public static <T> Stream<T> every(int nth, List<T> cases) {
    return IntStream.range(0, cases.size()).filter(i -> ALL || i % nth == 0).mapToObj(cases::get);
  }
}
