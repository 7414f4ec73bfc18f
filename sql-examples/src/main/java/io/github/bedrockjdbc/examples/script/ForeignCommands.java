package io.github.bedrockjdbc.examples.script;

import java.util.Map;
import java.util.Optional;

/** Commands that other prompts have, with those that do the same here. */
public final class ForeignCommands {
  private static final String TABLES = "\\dt lists the tables";
  private static final String FORMAT = "\\format and \\x say how rows are shown";
  private static final String FILE = "\\o FILE writes rows to a file";
  private static final String URL = "jobs --url URL connects elsewhere";

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("\\l", TABLES),
          Map.entry("\\dn", TABLES),
          Map.entry("\\dv", TABLES),
          Map.entry("\\di", TABLES),
          Map.entry("\\list", TABLES),
          Map.entry(".tables", TABLES),
          Map.entry(".inspect", "\\d TABLE lists the columns of a table"),
          Map.entry(".schema", "\\d TABLE lists the columns of a table"),
          Map.entry(".columns", "\\d TABLE lists the columns of a table"),
          Map.entry("\\df", "docs/sql.md lists the functions"),
          Map.entry("\\pset", FORMAT),
          Map.entry("\\a", FORMAT),
          Map.entry("\\t", FORMAT),
          Map.entry("\\H", FORMAT),
          Map.entry(".mode", FORMAT),
          Map.entry(".output", FILE),
          Map.entry(".once", FILE),
          Map.entry(".headers", FORMAT),
          Map.entry("\\copy", FILE),
          Map.entry("\\c", URL),
          Map.entry("\\connect", URL),
          Map.entry(".timer", "\\timing tells how long statements take"),
          Map.entry(".timing", "\\timing tells how long statements take"),
          Map.entry("\\h", "\\? shows help"),
          Map.entry("\\help", "\\? shows help"),
          Map.entry(".help", "\\? shows help"),
          Map.entry("\\exit", "\\q leaves"),
          Map.entry("\\quit", "\\q leaves"),
          Map.entry(".exit", "\\q leaves"),
          Map.entry(".quit", "\\q leaves"),
          Map.entry("\\include", "\\i runs a file"),
          Map.entry(".read", "\\i runs a file"));

  private ForeignCommands() {}

  public static WrongCommand unknown(String name) {
    return new WrongCommand(
        "There is no "
            + name
            + "; "
            + Optional.ofNullable(INSTEAD.get(name)).orElse("\\? shows help"));
  }
}
