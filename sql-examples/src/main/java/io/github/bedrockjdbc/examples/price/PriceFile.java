package io.github.bedrockjdbc.examples.price;

import io.github.bedrockjdbc.examples.price.Prices.Price;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads prices from CSV, strictly: a wrong price is worse than none. */
public final class PriceFile implements ITypeConverter<Prices> {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Override
  public Prices convert(String file) {
    return read(Path.of(file));
  }

  public static Prices read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new TypeConversionException("There is no file " + file);
    } catch (CharacterCodingException e) {
      throw new TypeConversionException(file + " is not UTF-8");
    } catch (IOException e) {
      throw new TypeConversionException("Cannot read " + file);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(file + ", " + e.getMessage());
    }
  }

  private static Prices parse(String text) throws IOException {
    final String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    final List<Price> prices = new ArrayList<>();
    final Map<String, Long> lines = new HashMap<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(content, CSV)) {
      List<String> columns = null;
      for (CSVRecord row : parser) {
        line = parser.getCurrentLineNumber();
        if (columns == null) {
          columns = columns(row, line);
          continue;
        }
        final Price price = price(columns, row, line);
        final Long before = lines.put(price.model() + " " + price.direction(), line);
        if (before != null) {
          throw new IllegalArgumentException(
              "line %d: line %d has the %s price of %s already"
                  .formatted(line, before, price.direction(), price.model()));
        }
        prices.add(price);
      }
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException("after line " + line + ": not CSV", e);
    }
    if (prices.isEmpty()) {
      throw new IllegalArgumentException("which begins with a line of the columns, has no prices");
    }
    return new Prices(List.copyOf(prices));
  }

  private static List<String> columns(CSVRecord row, long line) {
    final List<String> columns = row.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (row.size() != Prices.COLUMNS.size()
        || !new TreeSet<>(columns).equals(new TreeSet<>(Prices.COLUMNS))) {
      throw new IllegalArgumentException(
          "line %d: the columns are %s, not %s"
              .formatted(line, String.join(",", Prices.COLUMNS), String.join(",", row)));
    }
    return columns;
  }

  private static Price price(List<String> columns, CSVRecord row, long line) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          "line %d: %d values for %d columns".formatted(line, row.size(), columns.size()));
    }
    return new Price(
        value(columns, row, line, 0, "[\\x21-\\x7E]+", "the ID of a model"),
        value(columns, row, line, 1, "(?i)input|output", "input or output")
            .toLowerCase(Locale.ROOT),
        new BigDecimal(
            value(
                columns,
                row,
                line,
                2,
                "\\d{1,9}(\\.\\d{1,9})?",
                "a number such as 0.125, without a currency")));
  }

  private static String value(
      List<String> columns, CSVRecord row, long line, int column, String pattern, String accepted) {
    final String name = Prices.COLUMNS.get(column);
    final String value = row.get(columns.indexOf(name));
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(
          "line %d, column %s: takes %s, not '%s'".formatted(line, name, accepted, value));
    }
    return value;
  }
}
