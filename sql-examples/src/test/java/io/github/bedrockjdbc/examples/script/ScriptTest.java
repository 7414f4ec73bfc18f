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
}
