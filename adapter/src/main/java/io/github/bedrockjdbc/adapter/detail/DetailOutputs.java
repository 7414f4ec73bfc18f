package io.github.bedrockjdbc.adapter.detail;

import io.github.bedrockjdbc.adapter.detail.DetailLayout.Input;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Output;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Value;
import java.util.List;

/** Puts rows together of what came in and what was read. */
final class DetailOutputs {
  private static final int OF_INPUT = -1;

  /** Of each value: which detail it is from, and its place there. */
  private final int[] details;

  private final int[] places;

  DetailOutputs(DetailLayout layout) {
    final List<Detail> all = layout.details();
    final List<Output> outputs = layout.outputs();
    details = new int[outputs.size()];
    places = new int[outputs.size()];
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i) instanceof Input from) {
        details[i] = OF_INPUT;
        places[i] = from.index();
      } else {
        place(i, (Value) outputs.get(i), all);
      }
    }
  }

  private void place(int output, Value value, List<Detail> all) {
    for (int i = 0; i < all.size(); i++) {
      final int place = all.get(i).columns().indexOf(value.column());
      if (place >= 0) {
        details[output] = i;
        places[output] = place;
      }
    }
  }

  /**
   * @param values of each of the layout's details, in their order
   */
  Object[] row(Object[] input, List<Object[]> values) {
    final Object[] row = new Object[details.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (details[i] == OF_INPUT ? input : values.get(details[i]))[places[i]];
    }
    return row;
  }
}
