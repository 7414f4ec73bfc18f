package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands beside SQL, in the order of their help: what they are called, what they do, and what
 * completes them. {@link Commands} obeys them.
 */
enum Command {
  D("\\d [TABLE]", "columns of a table, as DESCRIBE; without a name, \\dt", Offer.TABLES, 1),
  DT("\\dt [PATTERN]", "tables, as SHOW TABLES; a pattern such as job*", Offer.TABLES, 1),
  DN("\\dn", "schemas", Offer.NOTHING, 1),
  DF("\\df [PATTERN]", "functions; a pattern such as json*", Offer.NOTHING, 1),
  RUN("\\run [NAME]", "run a ready-made query; without a name, list them", Offer.QUERIES, 1),
  FORMAT(
      "\\format [NAME]", "format: table, auto, csv, json, markdown or vertical", Offer.FORMATS, 0),
  X("\\x [on|off|auto]", "each value on its own line; auto: where rows are wide", Offer.AUTO, 0),
  T("\\t [on|off]", "rows alone, without labels and counts", Offer.SWITCH, 0),
  PSET(
      "\\pset [NAME [VALUE]]",
      "set border, expanded, format, null or tuples_only",
      Offer.SETTINGS,
      0),
  G("\\g", "run the statement without ;, or the last one again", Offer.NOTHING, 1),
  GX("\\gx", "the same, with each value on a line of its own", Offer.NOTHING, 1),
  WATCH("\\watch [TIME]", "the same again and again: 5, 10s, 2m; Ctrl-C stops", Offer.NOTHING, 2),
  E("\\e [FILE]", "edit the last statement or a file in $EDITOR, and run it", Offer.NOTHING, 2),
  R("\\r", "discard the statement that has not ended", Offer.NOTHING, 0),
  I("\\i FILE", "run the statements and commands of a file", Offer.NOTHING, 2, "\\include", "\\ir"),
  O("\\o [FILE]", "write rows to a file; without a name, here again", Offer.NOTHING, 0, "\\out"),
  ECHO("\\echo TEXT", "print a text among the rows", Offer.NOTHING, 0, "\\qecho"),
  CALLS("\\calls [on|off]", "print the requests that were sent", Offer.SWITCH, 0),
  TIMING("\\timing [on|off]", "print how long each statement takes", Offer.SWITCH, 0),
  CONNINFO("\\conninfo", "where rows come from, and how old they may be", Offer.NOTHING, 1),
  SHELL("\\! [COMMAND]", "run a command of the shell, or a shell", Offer.NOTHING, 0),
  HELP("\\?", "this text", Offer.NOTHING, 0),
  Q("\\q", "leave", Offer.NOTHING, 0, "\\quit");

  private final String usage;
  private final String help;
  private final Offer offer;
  private final int results;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nothing can be added to
  private final List<String> names;

  /**
   * @param usage its name and what may follow
   * @param results how many it may print: 0, 1, or 2 for several
   */
  Command(String usage, String help, Offer offer, int results, String... otherNames) {
    this.usage = usage;
    this.help = help;
    this.offer = offer;
    this.results = results;
    this.names =
        Stream.concat(Stream.of(usage.replaceFirst(" .*", "")), Arrays.stream(otherNames)).toList();
  }

  /** The command that an item begins with; details that psql asks for by {@code +} are there. */
  static Optional<Command> of(String item) {
    final String name =
        item.replaceFirst("(?s)\\s.*", "").replaceFirst("(?<=^\\\\d[a-z]?)[S+]+$", "");
    return Arrays.stream(values()).filter(command -> command.names.contains(name)).findAny();
  }

  String usage() {
    return usage;
  }

  String help() {
    return help;
  }

  Offer offer() {
    return offer;
  }

  int results() {
    return results;
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return names.get(0);
  }

  static String helpOfAll() {
    return Arrays.stream(values())
        .map(command -> "  %-21s %s\n".formatted(command.usage, command.help))
        .collect(joining());
  }

  /** What may follow a command. */
  enum Offer {
    NOTHING,
    TABLES,
    QUERIES,
    FORMATS,
    SWITCH,
    AUTO,
    SETTINGS
  }
}
