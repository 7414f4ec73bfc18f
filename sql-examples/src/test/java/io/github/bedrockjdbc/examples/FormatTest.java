package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.examples.output.Column;
import io.github.bedrockjdbc.examples.output.Hints;
import io.github.bedrockjdbc.examples.output.Look;
import io.github.bedrockjdbc.examples.output.Output;
import io.github.bedrockjdbc.examples.output.Style;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("name", Column.Kind.TEXT),
          new Column("n", Column.Kind.NUMBER),
          new Column("at_time", Column.Kind.TIMESTAMP),
          new Column("yes", Column.Kind.BOOLEAN));

  private static final List<List<String>> ROWS =
      List.of(
          List.of("a|b, \"c\"", "1", "2026-03-08 02:30:00.123", "true"),
          Arrays.asList("日本語 😀", null, null, null),
          Arrays.asList("two\nlines\u001b[31m", "-12345", "1969-12-31 23:59:59.000", "false"));

  @Test
  void table() throws IOException {
    assertThat(shown(Format.TABLE, 100))
        .isEqualTo(
            """
             name                 |      n | at_time                 | yes
            ----------------------+--------+-------------------------+-------
             a|b, "c"             |      1 | 2026-03-08 02:30:00.123 | true
             日本語 😀            |   NULL | NULL                    | NULL
             two\\nlines\\u001b[31m | -12345 | 1969-12-31 23:59:59.000 | false
            (3 rows)
            """);
  }

  @Test
  void narrowTableShortensTextsAndTimes() throws IOException {
    assertThat(shown(Format.TABLE, 49))
        .isEqualTo(
            """
             name             |      n | at_time     | yes
            ------------------+--------+-------------+-------
             a|b, "c"         |      1 | 2026-03-08… | true
             日本語 😀        |   NULL | NULL        | NULL
             two\\n…\\u001b[31m | -12345 | 1969-12-31… | false
            (3 rows)
            """);
  }

  /** A day with some blanks says no more than a day. */
  @Test
  void shortenedTimesLeaveTheirBlanksToTexts() throws IOException {
    assertThat(shown(Format.TABLE, 53))
        .contains(" two\\nlines\\u001b[31m | -12345 | 1969-12-31… |", " at_time     |");
  }

  @Test
  void narrowerTableLeavesColumnsOut() throws IOException {
    assertThat(shown(Format.TABLE, 36))
        .isEqualTo(
            """
             name        |      n | at_time
            -------------+--------+-------------
             a|b, "c"    |      1 | 2026-03-08…
             日本語 😀   |   NULL | NULL
             two\\…1b[31m | -12345 | 1969-12-31…
            (3 rows) and 1 more column; --format vertical shows all
            """);
  }

  @Test
  void promptsNameTheirOwnCommand() throws IOException {
    final StringWriter out = new StringWriter();
    final Output output = Format.TABLE.output(out, Look.usual(20, Style.PLAIN, Hints.PROMPT));
    output.begin(COLUMNS);
    output.row(ROWS.get(0));
    output.end(1);
    assertThat(out.toString()).endsWith("(1 row) and 2 more columns; \\x shows all\n");
  }

  @Test
  void csv() throws IOException {
    assertThat(shown(Format.CSV, 0))
        .isEqualTo(
            "name,n,at_time,yes\r\n"
                + "\"a|b, \"\"c\"\"\",1,2026-03-08 02:30:00.123,true\r\n"
                + "日本語 😀,,,\r\n"
                + "\"two\nlines\u001b[31m\",-12345,1969-12-31 23:59:59.000,false\r\n");
  }

  @Test
  void json() throws IOException {
    assertThat(shown(Format.JSON, 0))
        .isEqualTo(
            """
            [
            {"name": "a|b, \\"c\\"", "n": 1, "at_time": "2026-03-08T02:30:00.123Z", "yes": true},
            {"name": "日本語 😀", "n": null, "at_time": null, "yes": null},
            {"name": "two\\nlines\\u001B[31m", "n": -12345, "at_time": "1969-12-31T23:59:59.000Z", \
            "yes": false}
            ]
            """);
  }

  @Test
  void jsonWithoutRows() throws IOException {
    final StringWriter out = new StringWriter();
    final Output output = Format.JSON.output(out, Look.usual(0, Style.PLAIN, Hints.COMMAND_LINE));
    output.begin(COLUMNS);
    output.end(0);
    assertThat(out).hasToString("[]\n");
  }

  @Test
  void markdown() throws IOException {
    assertThat(shown(Format.MARKDOWN, 0))
        .isEqualTo(
            """
            | name | n | at_time | yes |
            | --- | ---: | --- | --- |
            | a\\|b, "c" | 1 | 2026-03-08 02:30:00.123 | true |
            | 日本語 😀 |  |  |  |
            | two lines\\\\u001b[31m | -12345 | 1969-12-31 23:59:59.000 | false |
            """);
  }

  @Test
  void vertical() throws IOException {
    assertThat(shown(Format.VERTICAL, 0))
        .isEqualTo(
            """
            -[ row 1 ]--------------------------------------------------
            name    | a|b, "c"
            n       | 1
            at_time | 2026-03-08 02:30:00.123
            yes     | true
            -[ row 2 ]--------------------------------------------------
            name    | 日本語 😀
            n       | NULL
            at_time | NULL
            yes     | NULL
            -[ row 3 ]--------------------------------------------------
            name    | two\\nlines\\u001b[31m
            n       | -12345
            at_time | 1969-12-31 23:59:59.000
            yes     | false
            (3 rows)
            """);
  }

  @Test
  void oneColumnIsShownInFull() throws IOException {
    final StringWriter out = new StringWriter();
    final Output output = Format.TABLE.output(out, Look.usual(10, Style.PLAIN, Hints.COMMAND_LINE));
    output.begin(List.of(Column.text("PLAN")));
    output.row(List.of("Sort(by=[submit_time])\n  Scan(table=[jobs])"));
    output.end(1);
    assertThat(out)
        .hasToString(
            """
             PLAN
            ----------
             Sort(by=[submit_time])
               Scan(table=[jobs])
            (1 row)
            """);
  }

  @Test
  void rowsAfterTheSampleComeAtOnceAndKeepTheLayout() throws IOException {
    final StringWriter out = new StringWriter();
    final Output output = Format.TABLE.output(out, Look.usual(80, Style.PLAIN, Hints.COMMAND_LINE));
    output.begin(List.of(Column.text("a"), Column.text("b")));
    final List<String> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      output.row(List.of("short", i < 500 ? "short" : "much longer"));
      lines.add(" short | short");
    }
    assertThat(out.toString().lines().skip(2).limit(500)).isEqualTo(lines.subList(0, 500));
    assertThat(out.toString().lines().skip(502)).hasSize(100).containsOnly(" short | much…");
    output.end(600);
    assertThat(out.toString()).endsWith("(600 rows)\n");
  }

  private static String shown(Format format, int width) throws IOException {
    final StringWriter out = new StringWriter();
    final Output output = format.output(out, Look.usual(width, Style.PLAIN, Hints.COMMAND_LINE));
    output.begin(COLUMNS);
    for (List<String> row : ROWS) {
      output.row(row);
    }
    output.end(ROWS.size());
    return out.toString();
  }
}
