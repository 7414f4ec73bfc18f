package io.github.bedrockjdbc.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

class PushdownTest {
  private final JavaTypeFactoryImpl types = new JavaTypeFactoryImpl();
  private final RexBuilder rex = new RexBuilder(types);
  private final RelDataType text = types.createSqlType(SqlTypeName.VARCHAR);

  @Test
  void equalityOfStatusAndLiteralGoesIntoTheScan() {
    assertPushed(equal(column(JobColumn.STATUS), literal("Failed")), "[statusEquals=Failed]");
  }

  @Test
  void operandsMayBeSwapped() {
    assertPushed(equal(literal("Failed"), column(JobColumn.STATUS)), "[statusEquals=Failed]");
  }

  @Test
  void aParameterIsNamedNotKnown() {
    assertPushed(
        equal(column(JobColumn.STATUS), rex.makeDynamicParam(text, 3)), "[statusEquals=?3]");
  }

  @Test
  void aCastToTextWithoutLengthIsLookedThrough() {
    assertPushed(
        equal(rex.makeAbstractCast(text, column(JobColumn.STATUS), false), literal("Failed")),
        "[statusEquals=Failed]");
  }

  @Test
  void aCastThatCutsIsNot() {
    assertStays(
        equal(
            rex.makeAbstractCast(
                types.createSqlType(SqlTypeName.VARCHAR, 3), column(JobColumn.STATUS), false),
            literal("Fai")));
  }

  @Test
  void nothingIsSentForOtherForms() {
    assertStays(call(SqlStdOperatorTable.NOT_EQUALS, column(JobColumn.STATUS), literal("Failed")));
    assertStays(equal(column(JobColumn.JOB_NAME), literal("Failed")));
    assertStays(equal(column(JobColumn.STATUS), column(JobColumn.JOB_NAME)));
    assertStays(
        equal(call(SqlStdOperatorTable.UPPER, column(JobColumn.STATUS)), literal("FAILED")));
  }

  @Test
  void aConjunctionIsSplit() {
    final RexNode other =
        call(SqlStdOperatorTable.LIKE, column(JobColumn.JOB_NAME), literal("%x%"));
    final Pushdown.Pushed pushed =
        Pushdown.filter(
            JobQuery.EVERYTHING,
            call(
                SqlStdOperatorTable.AND,
                equal(column(JobColumn.STATUS), literal("Failed")),
                other));

    assertThat(pushed.query().branches()).hasToString("[statusEquals=Failed]");
    assertThat(pushed.residual()).containsExactly(other);
    assertThat(pushed.query().residuals())
        .singleElement()
        .asString()
        .contains("LIKE(job_name", "not sent to the service");
  }

  @Test
  void pushingTwiceIsPushingOnce() {
    final RexNode condition =
        call(
            SqlStdOperatorTable.AND,
            equal(column(JobColumn.STATUS), literal("Failed")),
            call(SqlStdOperatorTable.IS_NOT_NULL, column(JobColumn.END_TIME)));
    final Pushdown.Pushed once = Pushdown.filter(JobQuery.EVERYTHING, condition);

    final Pushdown.Pushed twice =
        Pushdown.filter(once.query(), RexUtil.composeConjunction(rex, once.residual()));

    assertThat(twice.query()).isEqualTo(once.query());
    assertThat(Pushdown.filter(once.query(), condition).query()).isEqualTo(once.query());
  }

  @Test
  void falseLeavesNoBranch() {
    assertThat(Pushdown.filter(JobQuery.EVERYTHING, rex.makeLiteral(false)).query().branches())
        .isEmpty();
  }

  @Test
  void nothingMovesBelowALimit() {
    final JobQuery limited = Pushdown.limit(JobQuery.EVERYTHING, null, number(5)).orElseThrow();
    final RexNode condition = equal(column(JobColumn.STATUS), literal("Failed"));

    final Pushdown.Pushed pushed = Pushdown.filter(limited, condition);

    assertThat(pushed.query()).isEqualTo(limited);
    assertThat(pushed.residual()).containsExactly(condition);
    assertThat(Pushdown.limit(limited, null, number(3))).isEmpty();
  }

  @Test
  void aLimitMayBeAParameterButNoExpression() {
    assertThat(Pushdown.limit(JobQuery.EVERYTHING, number(2), rex.makeDynamicParam(text, 0)))
        .get()
        .extracting(query -> query.limit().orElseThrow())
        .hasToString("?0 rows after the first 2");
    assertThat(
            Pushdown.limit(
                JobQuery.EVERYTHING, null, call(SqlStdOperatorTable.PLUS, number(1), number(2))))
        .isEmpty();
  }

  @Test
  void aProjectionOfColumnsReplacesTheColumns() {
    assertThat(
            Pushdown.projection(
                    JobQuery.EVERYTHING,
                    List.of(column(JobColumn.STATUS), column(JobColumn.JOB_ID)))
                .orElseThrow()
                .projection())
        .containsExactly(JobColumn.STATUS, JobColumn.JOB_ID);
    assertThat(
            Pushdown.projection(
                JobQuery.EVERYTHING,
                List.of(call(SqlStdOperatorTable.UPPER, column(JobColumn.STATUS)))))
        .isEmpty();
  }

  private void assertPushed(RexNode condition, String branches) {
    final Pushdown.Pushed pushed = Pushdown.filter(JobQuery.EVERYTHING, condition);
    assertThat(pushed.query().branches()).hasToString(branches);
    assertThat(pushed.residual()).isEmpty();
    assertThat(pushed.query().residuals()).isEmpty();
  }

  private void assertStays(RexNode condition) {
    final Pushdown.Pushed pushed = Pushdown.filter(JobQuery.EVERYTHING, condition);
    assertThat(pushed.query().branches()).containsExactly(Branch.ANY);
    assertThat(pushed.residual()).containsExactly(condition);
    assertThat(pushed.query().residuals()).hasSize(1);
  }

  private RexNode column(JobColumn column) {
    return rex.makeInputRef(
        types.createTypeWithNullability(types.createSqlType(column.type()), column.isNullable()),
        JobColumn.all().indexOf(column));
  }

  private RexNode literal(String value) {
    return rex.makeLiteral(value);
  }

  private RexNode number(int value) {
    return rex.makeExactLiteral(BigDecimal.valueOf(value));
  }

  private RexNode equal(RexNode left, RexNode right) {
    return call(SqlStdOperatorTable.EQUALS, left, right);
  }

  private RexNode call(SqlOperator operator, RexNode... operands) {
    return rex.makeCall(operator, operands);
  }
}
