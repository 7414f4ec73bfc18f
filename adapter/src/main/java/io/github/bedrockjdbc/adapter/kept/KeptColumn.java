package io.github.bedrockjdbc.adapter.kept;

import com.google.common.base.Strings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The values of one column in a block of rows, in little memory. Immutable. */
abstract class KeptColumn {
  private static final int MOST_SHARED = 256;

  /** What an object and an array need besides their contents. */
  private static final int OBJECT = 48;

  private final long bytes;

  private KeptColumn(long bytes) {
    this.bytes = OBJECT + bytes;
  }

  /** The value in a row; may be null. */
  abstract Object get(int row);

  /** About what it takes of the heap. */
  final long bytes() {
    return bytes;
  }

  /**
   * Takes the values of {@code size} rows: texts, or whole numbers of one size.
   *
   * @param texts makes equal texts of several blocks the same
   */
  static KeptColumn of(Object[] values, int size, SharedTexts texts) {
    final Object sample =
        Arrays.stream(values, 0, size).filter(Objects::nonNull).findFirst().orElse(null);
    if (sample == null) {
      return new Nothing();
    }
    if (sample instanceof Long) {
      return new Longs(values, size);
    }
    if (sample instanceof Integer) {
      return new Integers(values, size);
    }
    return Shared.ofFew(values, size, texts).orElseGet(() -> Packed.orPlain(values, size));
  }

  private static final class Nothing extends KeptColumn {
    Nothing() {
      super(0);
    }

    @Override
    Object get(int row) {
      return null;
    }
  }

  private static BitSet nulls(Object[] values, int size) {
    final BitSet nulls = new BitSet();
    for (int i = 0; i < size; i++) {
      if (values[i] == null) {
        nulls.set(i);
      }
    }
    return nulls;
  }

  private static final class Longs extends KeptColumn {
    private final long[] numbers;
    private final BitSet nulls;

    Longs(Object[] values, int size) {
      super(8L * size + size / 8);
      this.nulls = nulls(values, size);
      this.numbers = new long[size];
      for (int i = 0; i < size; i++) {
        numbers[i] = values[i] == null ? 0 : (Long) values[i];
      }
    }

    @Override
    Object get(int row) {
      return nulls.get(row) ? null : (Long) numbers[row];
    }
  }

  private static final class Integers extends KeptColumn {
    private final int[] numbers;
    private final BitSet nulls;

    Integers(Object[] values, int size) {
      super(4L * size + size / 8);
      this.nulls = nulls(values, size);
      this.numbers = new int[size];
      for (int i = 0; i < size; i++) {
        numbers[i] = values[i] == null ? 0 : (Integer) values[i];
      }
    }

    @Override
    Object get(int row) {
      return nulls.get(row) ? null : (Integer) numbers[row];
    }
  }

  /** Few texts, of which each row has one or none. */
  private static final class Shared extends KeptColumn {
    private final String[] texts;
    private final byte[] which;

    private Shared(String[] texts, byte[] which) {
      super(which.length + 4L * texts.length);
      this.texts = texts;
      this.which = which;
    }

    static Optional<KeptColumn> ofFew(Object[] values, int size, SharedTexts known) {
      final Map<Object, Byte> places = new HashMap<>();
      final byte[] which = new byte[size];
      for (int i = 0; i < size; i++) {
        final Byte place = places.get(values[i]);
        if (place == null) {
          if (places.size() == MOST_SHARED || (places.size() > 16 && places.size() > i / 2)) {
            return Optional.empty();
          }
          which[i] = (byte) places.size();
          places.put(values[i], which[i]);
        } else {
          which[i] = place;
        }
      }
      final String[] texts = new String[places.size()];
      places.forEach((text, place) -> texts[place & 0xFF] = known.same((String) text));
      return Optional.of(new Shared(texts, which));
    }

    @Override
    Object get(int row) {
      return texts[which[row] & 0xFF];
    }
  }

  /** Texts of Latin letters, one behind the other, without what all of them begin with. */
  private static final class Packed extends KeptColumn {
    private final byte[] prefix;
    private final byte[] letters;
    private final int[] ends;
    private final BitSet nulls;

    private Packed(byte[] prefix, byte[] letters, int[] ends, BitSet nulls) {
      super(prefix.length + letters.length + 4L * ends.length + ends.length / 8);
      this.prefix = prefix;
      this.letters = letters;
      this.ends = ends;
      this.nulls = nulls;
    }

    static KeptColumn orPlain(Object[] values, int size) {
      final String prefix = prefix(values, size);
      final StringBuilder all = new StringBuilder();
      final int[] ends = new int[size];
      for (int i = 0; i < size; i++) {
        if (values[i] != null) {
          all.append((String) values[i], prefix.length(), ((String) values[i]).length());
        }
        ends[i] = all.length();
      }
      return isLatin(all) && isLatin(prefix)
          ? new Packed(
              prefix.getBytes(StandardCharsets.ISO_8859_1),
              all.toString().getBytes(StandardCharsets.ISO_8859_1),
              ends,
              nulls(values, size))
          : new Plain(values, size);
    }

    private static boolean isLatin(CharSequence text) {
      return text.chars().allMatch(letter -> letter < 0x100);
    }

    private static String prefix(Object[] values, int size) {
      String prefix = null;
      for (int i = 0; i < size; i++) {
        if (values[i] instanceof String text) {
          prefix = prefix == null ? text : Strings.commonPrefix(prefix, text);
        }
      }
      return prefix;
    }

    @Override
    Object get(int row) {
      if (nulls.get(row)) {
        return null;
      }
      final int start = row == 0 ? 0 : ends[row - 1];
      final int length = ends[row] - start;
      final byte[] text = Arrays.copyOf(prefix, prefix.length + length);
      System.arraycopy(letters, start, text, prefix.length, length);
      return new String(text, StandardCharsets.ISO_8859_1);
    }
  }

  /** Texts of any letters. */
  private static final class Plain extends KeptColumn {
    private final String[] texts;

    Plain(Object[] values, int size) {
      super(bytes(values, size));
      this.texts = Arrays.copyOf(values, size, String[].class);
    }

    private static long bytes(Object[] values, int size) {
      long bytes = 4L * size;
      for (int i = 0; i < size; i++) {
        bytes += values[i] == null ? 0 : OBJECT + 2L * ((String) values[i]).length();
      }
      return bytes;
    }

    @Override
    Object get(int row) {
      return texts[row];
    }
  }
}
