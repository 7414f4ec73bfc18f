package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Whether what the driver says of its columns is true, and what the reference says too. */
final class Descriptions {
  private static final List<String> NUMBERS =
      List.of("INT", "DECIMAL", "NUMERIC", "DOUBLE", "FLOAT", "REAL");

  private Descriptions() {}

  static Optional<String> difference(Rows answer, Rows right) {
    if (answer.columns().size() != right.columns().size()) {
      return Optional.of(answer.columns().size() + " columns instead of " + right.columns().size());
    }
    for (int i = 0; i < answer.columns().size(); i++) {
      final Optional<String> wrong = wrong(i, answer, right);
      if (wrong.isPresent()) {
        return wrong.map(what -> what + ": " + answer.columns());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> wrong(int index, Rows answer, Rows right) {
    final Rows.Described ours = answer.columns().get(index);
    final Rows.Described theirs = right.columns().get(index);
    if (ours.isNeverNull() && answer.values().stream().anyMatch(row -> row.get(index) == null)) {
      return Optional.of("column " + (index + 1) + " is NULL though declared NOT NULL");
    }
    if (isGiven(theirs.label()) && !ours.label().equalsIgnoreCase(theirs.label())) {
      return Optional.of("label " + ours.label() + " instead of " + theirs.label());
    }
    if (ours.typeName().equals("CHAR")) {
      return Optional.of("type CHAR, though texts are VARCHAR");
    }
    final boolean isTyped =
        right.values().stream().map(row -> row.get(index)).anyMatch(Objects::nonNull);
    return isTyped && !family(ours.typeName()).equals(family(theirs.typeName()))
        ? Optional.of("type " + ours.typeName() + " instead of " + theirs.typeName())
        : Optional.empty();
  }

  /** Whether the statement names the column, rather than the engine. */
  private static boolean isGiven(String label) {
    return label.matches("c[0-9]+") || JobValues.NAMES.contains(label);
  }

  private static String family(String typeName) {
    final String name = typeName.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "");
    if (name.startsWith("INTERVAL")) {
      return "INTERVAL";
    }
    if (name.startsWith("TIMESTAMP")) {
      return "TIMESTAMP";
    }
    if (NUMBERS.stream().anyMatch(name::contains)) {
      return "a number";
    }
    return switch (name) {
      case "TEXT", "NAME", "BPCHAR" -> "VARCHAR";
      case "BOOL" -> "BOOLEAN";
      default -> name;
    };
  }
}
