package io.github.bedrockjdbc.adapter.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of {@code ListModelInvocationJobs}, with what the API model lets them be. */
public enum RequestParameter {
  MAX_RESULTS("maxResults", "[1-9][0-9]{0,2}|1000", 4),
  // The model writes this so that it can be matched in exponentially many ways; it is the same set.
  NAME_CONTAINS("nameContains", "[a-zA-Z0-9][a-zA-Z0-9+.-]*", 63),
  NEXT_TOKEN("nextToken", "\\S+", 2048),
  SORT_BY("sortBy", RequestParameter.CREATION_TIME, 20),
  SORT_ORDER("sortOrder", RequestParameter.ASCENDING + "|" + RequestParameter.DESCENDING, 20),
  STATUS_EQUALS("statusEquals", anyStatus(), 20),
  SUBMIT_TIME_AFTER("submitTimeAfter", instant(), 30),
  SUBMIT_TIME_BEFORE("submitTimeBefore", instant(), 30);

  /** The most rows that one page can be asked for (API model: {@code MaxResults}). */
  public static final int LARGEST_PAGE = 1000;

  /**
   * To how many milliseconds the service compares and sorts the times of submission: it may do so
   * by whole seconds.
   */
  public static final long TIMES_ARE_SHARP_TO = 1000;

  static final String CREATION_TIME = "CreationTime";
  static final String ASCENDING = "Ascending";
  static final String DESCENDING = "Descending";

  private final String wireName;
  private final Pattern pattern;
  private final int longest;

  RequestParameter(String wireName, String pattern, int longest) {
    this.wireName = wireName;
    this.pattern = Pattern.compile(pattern);
    this.longest = longest;
  }

  /** The name in the query string. */
  public String wireName() {
    return wireName;
  }

  /** The most characters that a value has. */
  public int longest() {
    return longest;
  }

  /** Whether the service would take each of these values. */
  public boolean acceptsAll(Collection<String> values) {
    return values.stream().allMatch(this::accepts);
  }

  /** Whether the service would take this value. */
  public boolean accepts(String value) {
    return value.length() <= longest && pattern.matcher(value).matches();
  }

  private static String anyStatus() {
    return Arrays.stream(JobStatus.values())
        .map(JobStatus::wireName)
        .collect(Collectors.joining("|"));
  }

  private static String instant() {
    return "(?!0000)\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z";
  }
}
