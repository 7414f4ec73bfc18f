package io.github.bedrockjdbc.driver.aggregate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;

/** Which of two values, or rows, comes first. Row values compare part by part, nulls last. */
public final class SqlOrder {
  private SqlOrder() {}

  /** The order of a collation; where it sees no difference, rows are peers. */
  public static Comparator<Object[]> of(RelCollation collation) {
    final List<RelFieldCollation> fields = collation.getFieldCollations();
    return (left, right) -> {
      for (RelFieldCollation field : fields) {
        final int index = field.getFieldIndex();
        final int order = compare(left[index], right[index], field);
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static int compare(Object left, Object right, RelFieldCollation field) {
    if (left == null || right == null) {
      return left == right ? 0 : (left == null) == isNullFirst(field) ? -1 : 1;
    }
    final int order = compare(left, right);
    return isDescending(field) ? -order : order;
  }

  public static boolean isDescending(RelFieldCollation field) {
    return field.getDirection().isDescending();
  }

  private static boolean isNullFirst(RelFieldCollation field) {
    return switch (field.nullDirection) {
      case FIRST -> true;
      case LAST -> false;
      case UNSPECIFIED -> isDescending(field); // nulls are high
    };
  }

  /** Of two values of one type; null is higher than all others. */
  @SuppressWarnings("unchecked")
  public // values of one SQL type have one class
  static int compare(Object left, Object right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? 1 : -1;
    }
    if (left instanceof Object[] parts) {
      return compare(Arrays.asList(parts), Arrays.asList((Object[]) right));
    }
    if (left instanceof List<?> parts) {
      return compare(parts, (List<?>) right);
    }
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static int compare(List<?> left, List<?> right) {
    final Iterator<?> others = right.iterator();
    for (Object part : left) {
      if (!others.hasNext()) {
        return 1;
      }
      final int order = compare(part, others.next());
      if (order != 0) {
        return order;
      }
    }
    return others.hasNext() ? -1 : 0;
  }
}
