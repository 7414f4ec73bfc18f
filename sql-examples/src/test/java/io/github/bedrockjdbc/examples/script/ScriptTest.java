package io.github.bedrockjdbc.examples.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  @Test
  void semicolonsSeparateStatements() {
    assertThat(Script.split("SELECT 1; SELECT 2 ;\n")).containsExactly("SELECT 1", "SELECT 2");
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
    assertThat(Script.split(sql + ";")).containsExactly(sql);
    assertThat(Script.split(sql)).containsExactly(sql);
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
    assertThat(Script.split("SELECT 1 \\gx\nSELECT 2\n\\watch 5\nSELECT 3 \\g"))
        .containsExactly("\\gx\nSELECT 1", "\\watch 5\nSELECT 2", "SELECT 3");
    assertThat(Script.split("SELECT 1;\n\\g\n\\gx;\n\\watch"))
        .containsExactly("SELECT 1", "\\g", "\\gx", "\\watch");
    assertThat(Script.isComplete("SELECT 1 \\watch 5")).isTrue();
    assertThat(Script.isComplete("SELECT 1 \\watching")).isFalse();
  }
}
