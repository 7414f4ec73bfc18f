package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.Engine;
import io.github.bedrockjdbc.adapter.JobsRules;
import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.PlanText;
import io.github.bedrockjdbc.adapter.RowScan;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * From SQL to something that runs. If the whole statement fits into the scan, the scan alone is the
 * plan; else Calcite plans it with all its rules. Never calls the service. Safe for several
 * threads.
 */
final class Planning implements AutoCloseable {
  private final CalciteSchema schema = CalciteSchema.createRootSchema(false, false);
  private final DriverTypes types = new DriverTypes();
  private final OwnThreads threads = new OwnThreads();
  private final boolean alwaysFull;

  Planning(Engine engine) {
    this(engine, false);
  }

  /**
   * @param alwaysFull never takes the direct way; for tests, as both must give the same rows
   */
  Planning(Engine engine, boolean alwaysFull) {
    this.alwaysFull = alwaysFull;
    schema.add(JobsSchema.NAME, new JobsSchema(engine));
  }

  /** Types and schema that generated code may ask for. */
  DriverTypes types() {
    return types;
  }

  CalciteSchema schema() {
    return schema;
  }

  /**
   * The plan of one statement.
   *
   * @param maxRows the most rows that the caller reads, 0 for all
   * @throws RuntimeException of Calcite's, if the statement is not valid
   */
  Plan plan(String sql, long maxRows) throws SQLException {
    return threads.call(() -> planned(sql, maxRows));
  }

  /** Begins beside the caller with what planning a first statement needs; caches nothing. */
  void prepare() {
    threads.begin(() -> planned("SELECT * FROM jobs WHERE status = 'Failed'", 0));
  }

  private Plan planned(String sql, long maxRows) throws SQLException {
    if (Sql.parse(sql) instanceof SqlExplain) {
      return explanation(sql);
    }
    final Optional<Plan> direct = alwaysFull ? Optional.empty() : direct(sql, maxRows);
    return direct.isPresent() ? direct.get() : full(sql, maxRows);
  }

  private Optional<Plan> direct(String sql, long maxRows) throws SQLException {
    final HepPlanner planner = new HepPlanner(pushdown());
    final Translation translation = translate(sql, planner);
    final RelNode pushed = pushedDown(planner, limited(translation.root().project(), maxRows));
    return pushed instanceof RowScan scan
        ? Optional.of(
            Plan.of(sql, translation.columns(), translation.parameters(), scan.rows(), true))
        : Optional.empty();
  }

  private Plan full(String sql, long maxRows) throws SQLException {
    final FullPlanner planner = new FullPlanner();
    final Translation translation = translate(sql, planner.planner());
    final RelRoot root = translation.root();
    final RelRoot pushed = pushedDown(root.withRel(limited(root.rel, maxRows)));
    final Limits limits = new Limits();
    final Function1<DataContext, Enumerable<Object[]>> rows =
        FullPlanner.rows(planner.plan(pushed.withRel(limits.fitted(pushed.rel))));
    return Plan.of(
        sql,
        translation.columns(),
        translation.parameters(),
        context -> rows.apply(limits.fitted(context)),
        false);
  }

  /** The scan alone, or what Calcite would run, one row for each line. */
  private Plan explanation(String sql) throws SQLException {
    final HepPlanner planner = new HepPlanner(pushdown());
    final RelNode pushed = pushedDown(planner, translate(sql, planner).root().project());
    final List<String> lines;
    if (pushed instanceof RowScan && !alwaysFull) {
      lines = PlanText.lines(pushed);
    } else {
      final FullPlanner full = new FullPlanner();
      lines = PlanText.lines(full.plan(pushedDown(translate(sql, full.planner()).root())));
    }
    final OutputColumn column =
        new OutputColumn(0, "PLAN", null, SqlTypeName.VARCHAR, -1, 0, false, null, null);
    final List<Object[]> rows = lines.stream().map(line -> new Object[] {line}).toList();
    return Plan.of(
        sql, List.of(column.metaData()), List.of(), c -> Linq4j.asEnumerable(rows), true);
  }

  /** Parses anew: a statement that was validated once has changed. */
  private Translation translate(String sql, RelOptPlanner planner) throws SQLException {
    final SqlNode statement = Sql.parse(sql);
    final SqlNode query =
        statement instanceof SqlExplain explain ? explain.getExplicandum() : statement;
    try {
      return new Translation(query, schema, types, planner);
    } catch (CalciteContextException e) {
      throw SqlMistake.of(e, new KnownNames(Sql.parse(sql), schema, types));
    }
  }

  private static HepProgram pushdown() {
    return new HepProgramBuilder().addRuleCollection(JobsRules.PUSHDOWN).build();
  }

  /** Calcite's rules begin where ours have told each scan what is asked above it. */
  private static RelRoot pushedDown(RelRoot root) {
    return root.withRel(pushedDown(new HepPlanner(pushdown()), root.rel));
  }

  private static RelNode pushedDown(HepPlanner planner, RelNode plan) {
    planner.setRoot(plan);
    return planner.findBestExp();
  }

  /** A limit above an order belongs into the same node: Calcite then keeps only that many rows. */
  private static RelNode limited(RelNode plan, long maxRows) {
    if (maxRows == 0) {
      return plan;
    }
    final RexNode fetch =
        plan.getCluster().getRexBuilder().makeExactLiteral(BigDecimal.valueOf(maxRows));
    return plan instanceof Sort sort && sort.fetch == null
        ? sort.copy(sort.getTraitSet(), sort.getInput(), sort.getCollation(), sort.offset, fetch)
        : LogicalSort.create(plan, RelCollations.EMPTY, null, fetch);
  }

  @Override
  public void close() {
    threads.close();
  }
}
