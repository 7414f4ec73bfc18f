package io.github.bedrockjdbc.adapter.row;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which jobs were given, so that each is once. Of the millions that there may be it keeps eight
 * bytes each: the id of a job, which is twelve digits of base 36, as a number. Safe for several
 * threads.
 */
public final class SeenJobs {
  private static final int DIGITS = 12;
  private static final int BASE = 36;
  private static final int FEWEST = 1 << 8;

  private final Map<String, Numbers> idsByPrefix = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private String lastPrefix = "";
  private Numbers last = new Numbers();

  /** Whether this is the first time. */
  public synchronized boolean add(String jobArn) {
    final int start = jobArn.length() - DIGITS;
    final long id = start > 0 && jobArn.charAt(start - 1) == '/' ? id(jobArn, start) : -1;
    return id < 0 ? others.add(jobArn) : ofPrefix(jobArn, start).add(id);
  }

  /** Jobs come from one region and account, or a few. */
  private Numbers ofPrefix(String jobArn, int length) {
    if (lastPrefix.length() != length || !jobArn.startsWith(lastPrefix)) {
      lastPrefix = jobArn.substring(0, length);
      last = idsByPrefix.computeIfAbsent(lastPrefix, prefix -> new Numbers());
    }
    return last;
  }

  /** Negative if it is not twelve digits of base 36, which are less than 2⁶³. */
  private static long id(String text, int start) {
    long id = 0;
    for (int i = start; i < text.length(); i++) {
      final char c = text.charAt(i);
      final int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'z' ? c - 'a' + 10 : -1;
      if (digit < 0) {
        return -1;
      }
      id = id * BASE + digit;
    }
    return id;
  }

  /** Numbers that are not negative, each in the first free place from the one that it hashes to. */
  private static final class Numbers {
    private long[] places = new long[FEWEST]; // one more than the number; 0 is free
    private int size;

    boolean add(long number) {
      if (size * 4L > places.length * 3L) {
        grow();
      }
      return put(number + 1);
    }

    private boolean put(long value) {
      int place = hash(value);
      while (places[place] != 0) {
        if (places[place] == value) {
          return false;
        }
        place = (place + 1) & (places.length - 1);
      }
      places[place] = value;
      size++;
      return true;
    }

    private int hash(long value) {
      final long mixed = value * 0x9E3779B97F4A7C15L;
      return (int) (mixed >>> 32) & (places.length - 1);
    }

    private void grow() {
      final long[] old = places;
      places = new long[2 * old.length];
      size = 0;
      for (long value : old) {
        if (value != 0) {
          put(value);
        }
      }
    }
  }
}
