package io.github.bedrockjdbc.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.error.SqlState;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.tools.Frameworks;
import org.apache.calcite.tools.RelBuilder;
import org.junit.jupiter.api.Test;

/** A function is blamed only if it is the reason. */
class UnplannedTest {
  private static final RelNode STATEMENT = statement();

  /** Two tables, joined and grouped. */
  private static RelNode statement() {
    final RelBuilder builder = RelBuilder.create(Frameworks.newConfigBuilder().build());
    return builder
        .values(new String[] {"x"}, 1, 2)
        .values(new String[] {"y"}, 1, 2)
        .join(JoinRelType.INNER, builder.equals(builder.field(2, 0, 0), builder.field(2, 1, 0)))
        .aggregate(builder.groupKey(), builder.max(builder.field("x")))
        .build();
  }

  private static String message(RuntimeException cause) {
    final RuntimeException failure = new IllegalStateException("Unable to implement …");
    failure.addSuppressed(cause);
    assertThat(Unplanned.fault(STATEMENT, failure))
        .hasCause(failure)
        .returns(SqlState.SYNTAX, from -> from.state());
    return Unplanned.fault(STATEMENT, failure).getMessage();
  }

  @Test
  void aCallWithoutCodeIsNamed() {
    assertThat(message(new RuntimeException("cannot translate call FUSION($t1)")))
        .isEqualTo(
            "the function FUSION is not supported here: use other functions, or leave it out");
  }

  @Test
  void ofOtherFailuresTheClausesAreNamed() {
    final String combination =
        "the statement cannot be planned with this combination of GROUP BY, JOIN: move a part of"
            + " it into a subquery or a separate statement";
    assertThat(message(new NullPointerException())).isEqualTo(combination);
    assertThat(message(new RuntimeException("cannot translate call +($t1, $t2)")))
        .isEqualTo(combination);
    assertThat(message(new RuntimeException("cannot translate expression $SCALAR_QUERY({…})")))
        .isEqualTo(combination);
  }
}
