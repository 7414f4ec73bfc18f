package io.github.bedrockjdbc.examples.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  @Test
  void semicolonsSeparateStatements() {
    assertThat(texts("SELECT 1; SELECT 2 ;\n")).containsExactly("SELECT 1", "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';'",
        "SELECT 'it''s; here'",
        "SELECT \"a;b\"\"c;\" FROM t",
        "SELECT 1 -- one; two\n+ 1",
        "SELECT /* ; */ 1",
        "-- first; line\nSELECT 1",
      })
  void semicolonsInTextAndCommentsDoNot(String sql) {
    assertThat(texts(sql + ";")).containsExactly(sql);
    assertThat(texts(sql)).containsExactly(sql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ;; ; ", "-- nothing", "/* nothing */ ;"})
  void commentsAloneAreNoStatement(String sql) {
    assertThat(Script.split(sql)).isEmpty();
  }

  @Test
  void completeAfterSemicolonOnly() {
    assertThat(Script.isComplete("SELECT 1; -- done")).isTrue();
    assertThat(Script.isComplete("SELECT 1")).isFalse();
    assertThat(Script.isComplete("SELECT 'a;")).isFalse();
    assertThat(Script.isComplete("SELECT 1; SELECT 2")).isFalse();
  }

  @Test
  void commandsThatRunTheStatementBeforeThemHoldIt() {
    assertThat(texts("SELECT 1 \\gx\nSELECT 2\n\\watch 5\nSELECT 3 \\g"))
        .containsExactly("\\gx\nSELECT 1", "\\watch 5\nSELECT 2", "SELECT 3");
    assertThat(texts("SELECT 1;\n\\g\n\\gx;\n\\watch"))
        .containsExactly("SELECT 1", "\\g", "\\gx", "\\watch");
    assertThat(Script.isComplete("SELECT 1 \\watch 5")).isTrue();
    assertThat(Script.isComplete("SELECT 1 \\watching")).isFalse();
  }

  @Test
  void eachHasItsPlace() {
    assertThat(
            Script.split(
                "-- one\nSELECT 1;\n  SELECT 2; SELECT 3\n\\g\n\n\\d jobs\n\n SELECT 4 \\gx"))
        .extracting(Item::place)
        .containsExactly(
            new Place(1, 1), new Place(3, 3), new Place(3, 13), new Place(6, 1), new Place(8, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1 ! 1 ! line 1, column 8: no ! line 1, column 8: no",
        "1 ! 11 ! line 1, column 8: no ! line 1, column 18: no",
        "7 ! 3 ! line 1, column 8: no ! line 7, column 10: no",
        "7 ! 3 ! line 2, column 8: no ! line 8, column 8: no",
        "0 ! 1 ! line 2, column 8: no ! line 1, column 8: no",
        "7 ! 3 ! no line 1, column 8 ! line 7: no line 1, column 8",
        "0 ! 1 ! no ! no",
      })
  void mistakesAreToldWithTheirPlaceInTheScript(int line, int column, String said, String told) {
    final SQLException failure = new SQLException(said, "42000");
    final SQLException placed = new Place(line, column).of(failure);
    assertThat(placed.getMessage()).isEqualTo(told);
    assertThat(placed.getSQLState()).isEqualTo("42000");
  }

  private static List<String> texts(String script) {
    return Script.split(script).stream().map(Item::text).toList();
  }
}
