package io.github.bedrockjdbc.adapter.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.pushdown.Pushdown;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

class PushdownTest {
  private final JavaTypeFactoryImpl types = new JavaTypeFactoryImpl();
  private final RexBuilder rex = new RexBuilder(types);
  private final RelDataType text = types.createSqlType(SqlTypeName.VARCHAR);

  @Test
  void nothingMovesBelowALimit() {
    final JobQuery limited = Pushdown.limit(JobQuery.EVERYTHING, null, number(5)).orElseThrow();
    final RexNode condition = equal(column(JobColumn.STATUS), literal("Failed"));

    final Pushdown.Pushed pushed = Pushdown.filter(limited, condition, rex);

    assertThat(pushed.query()).isEqualTo(limited);
    assertThat(pushed.residual()).containsExactly(condition);
    assertThat(Pushdown.limit(limited, null, number(3))).isEmpty();
  }

  @Test
  void aLimitMayBeAParameterButNoExpression() {
    assertThat(Pushdown.limit(JobQuery.EVERYTHING, number(2), rex.makeDynamicParam(text, 0)))
        .get()
        .extracting(query -> query.limit().orElseThrow())
        .hasToString("?1 rows after the first 2");
    assertThat(
            Pushdown.limit(
                JobQuery.EVERYTHING, null, call(SqlStdOperatorTable.PLUS, number(1), number(2))))
        .isEmpty();
  }

  @Test
  void anOrderThatBeginsWithTheTimeGoesIntoTheScan() {
    assertThat(order(JobColumn.SUBMIT_TIME, JobColumn.JOB_NAME))
        .get()
        .extracting(query -> query.order().orElseThrow().columns())
        .isEqualTo(List.of(JobColumn.SUBMIT_TIME, JobColumn.JOB_NAME));
    assertThat(order(JobColumn.JOB_NAME, JobColumn.SUBMIT_TIME)).isEmpty();
    assertThat(order(JobColumn.SUBMIT_TIME, JobColumn.MESSAGE)).isEmpty();
  }

  private static Optional<JobQuery> order(JobColumn... columns) {
    final List<RelFieldCollation> collation =
        Arrays.stream(columns)
            .map(column -> new RelFieldCollation(JobColumn.all().indexOf(column)))
            .toList();
    return Pushdown.order(JobQuery.EVERYTHING, collation, null, null);
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
