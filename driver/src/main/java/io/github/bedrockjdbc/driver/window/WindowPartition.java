package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import java.util.Comparator;
import java.util.List;

/** Rows of one partition, in the window's order, and which of them are peers. */
final class WindowPartition {
  private final List<Object[]> rows;
  private final ExecutionState state;
  private final int[] peerGroups;
  private final int[] begins;
  private final int[] ends;

  /**
   * @param rows sorted
   */
  WindowPartition(List<Object[]> rows, Comparator<Object[]> order, ExecutionState state) {
    this.rows = rows;
    this.state = state;
    this.peerGroups = new int[size()];
    this.begins = new int[size()];
    this.ends = new int[size()];
    int begin = 0;
    int group = 0;
    for (int i = 0; i < size(); i++) {
      if (order.compare(rows.get(begin), rows.get(i)) != 0) {
        begin = i;
        group++;
      }
      begins[i] = begin;
      peerGroups[i] = group;
    }
    for (int i = size() - 1; i >= 0; i--) {
      ends[i] = i + 1 < size() && begins[i + 1] == begins[i] ? ends[i + 1] : i + 1;
    }
  }

  int size() {
    return rows.size();
  }

  /** Of what looks through its rows. */
  ExecutionState state() {
    return state;
  }

  Object[] row(int index) {
    state.step();
    return rows.get(index);
  }

  /** How many groups of peers there are before a row's own. */
  int peerGroup(int index) {
    return peerGroups[index];
  }

  /** The first of a row's peers. */
  int peersBegin(int index) {
    return begins[index];
  }

  /** After the last of a row's peers. */
  int peersEnd(int index) {
    return ends[index];
  }
}
