package io.github.bedrockjdbc.examples.script;

import java.util.Map;
import java.util.Optional;

/** Commands that other prompts have, with those that do the same here. */
public final class ForeignCommands {
  private static final String TABLES = "\\dt lists the tables";
  private static final String FORMAT = "\\format, \\x and \\pset say how rows are shown";
  private static final String FILE = "\\o FILE writes rows to a file";
  private static final String SOURCES = "\\conninfo lists regions and accounts, \\dn schemas";
  private static final String RIGHTS = "docs/aws.md lists the permissions in IAM that count";
  private static final String VARIABLES = "let your shell put the values of variables into SQL";
  private static final String TYPED = "the arrows and Ctrl-R find what was typed, \\e edits it";
  private static final String URL = "jobs --url URL connects elsewhere, \\conninfo says where to";

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("\\l", SOURCES),
          Map.entry("\\list", SOURCES),
          Map.entry("\\dv", TABLES),
          Map.entry("\\di", TABLES),
          Map.entry("\\ds", TABLES),
          Map.entry("\\du", RIGHTS),
          Map.entry("\\dp", RIGHTS),
          Map.entry("\\z", RIGHTS),
          Map.entry("\\set", VARIABLES),
          Map.entry("\\unset", VARIABLES),
          Map.entry("\\gset", VARIABLES),
          Map.entry("\\prompt", VARIABLES),
          Map.entry("\\if", VARIABLES),
          Map.entry("\\p", TYPED),
          Map.entry("\\s", TYPED),
          Map.entry("\\w", TYPED),
          Map.entry("\\encoding", "all is UTF-8"),
          Map.entry("\\cd", "start jobs in that folder"),
          Map.entry("\\warn", "\\echo prints a text"),
          Map.entry(".nullvalue", "\\pset null TEXT says how NULL is shown"),
          Map.entry(".tables", TABLES),
          Map.entry(".inspect", "\\d TABLE lists the columns of a table"),
          Map.entry(".schema", "\\d TABLE lists the columns of a table"),
          Map.entry(".columns", "\\d TABLE lists the columns of a table"),
          Map.entry("\\a", FORMAT),
          Map.entry("\\f", FORMAT),
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
          Map.entry("\\h", "docs/sql.md describes statements, \\? commands"),
          Map.entry("\\help", "docs/sql.md describes statements, \\? commands"),
          Map.entry(".help", "\\? shows help"),
          Map.entry("\\exit", "\\q leaves"),
          Map.entry(".exit", "\\q leaves"),
          Map.entry(".quit", "\\q leaves"),
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
