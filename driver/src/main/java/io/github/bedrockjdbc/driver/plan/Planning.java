package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.InformationSchema;
import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.node.RowScan;
import io.github.bedrockjdbc.adapter.plan.JobsRules;
import io.github.bedrockjdbc.adapter.plan.PlanText;
import io.github.bedrockjdbc.adapter.plan.UnusedColumns;
import io.github.bedrockjdbc.driver.code.GeneratedCode;
import io.github.bedrockjdbc.driver.naming.ColumnNames;
import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.parameter.Parameter;
import io.github.bedrockjdbc.driver.parameter.TypeGuesses;
import io.github.bedrockjdbc.driver.parameter.TypeGuesses.Outcome;
import io.github.bedrockjdbc.driver.sql.KnownNames;
import io.github.bedrockjdbc.driver.sql.Sql;
import io.github.bedrockjdbc.driver.sql.UnknownName;
import io.github.bedrockjdbc.driver.thread.PlannerThreads;
import io.github.bedrockjdbc.driver.type.DriverTypes;
import io.github.bedrockjdbc.driver.validate.Parameters;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.calcite.DataContext;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.plan.RelOptPlanner;
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
public final class Planning implements AutoCloseable {
  private static final RulePass PUSHDOWN = new RulePass(JobsRules.PUSHDOWN);

  private final CalciteSchema schema = CalciteSchema.createRootSchema(false, false);
  private final DriverTypes types = new DriverTypes();
  private final PlannerThreads threads = new PlannerThreads();
  private final boolean alwaysFull;

  public Planning(Engine engine) {
    this(engine, false);
  }

  /**
   * @param alwaysFull never takes the direct way; for tests, as both must give the same rows
   */
  Planning(Engine engine, boolean alwaysFull) {
    this.alwaysFull = alwaysFull;
    schema.add(JobsSchema.NAME, new JobsSchema(engine));
    schema.add(InformationSchema.NAME, new InformationSchema());
  }

  /** Types and schema that generated code may ask for. */
  public DriverTypes types() {
    return types;
  }

  public CalciteSchema schema() {
    return schema;
  }

  /**
   * The plan of one statement.
   *
   * @param maxRows the most rows that the caller reads, 0 for all
   * @throws RuntimeException of Calcite's, if the statement is not valid
   */
  Plan plan(String sql, long maxRows) throws SQLException {
    return plan(sql, maxRows, Declarations.NONE, Cancellation.unlimited());
  }

  /**
   * The same, of a statement of whose parameters more is known from their values.
   *
   * @throws io.github.bedrockjdbc.adapter.api.ApiException as soon as it is cancelled
   */
  public Plan plan(String sql, long maxRows, Declarations declared, Cancellation cancellation)
      throws SQLException {
    return threads.call(cancellation, () -> planned(sql, maxRows, declared));
  }

  /** How many statements are still being planned though they were cancelled. */
  public int leftBehind() {
    return threads.leftBehind();
  }

  /** Begins beside the caller with what planning a first statement needs; caches nothing. */
  public CompletableFuture<Void> prepare() {
    return threads.begin(
        () -> planned("SELECT * FROM jobs WHERE status = 'Failed'", 0, Declarations.NONE));
  }

  private Plan planned(String sql, long maxRows, Declarations declared) throws SQLException {
    final Optional<Plan> command = SessionCommand.plan(sql);
    if (command.isPresent()) {
      return command.get();
    }
    final SqlNode statement = Sql.parse(sql);
    return statement instanceof SqlExplain explain
        ? explanation(sql, explain.getExplicandum())
        : planned(sql, translate(sql, statement, declared), maxRows, declared);
  }

  private Plan planned(String sql, Translation translation, long maxRows, Declarations declared) {
    final RelRoot root = translation.root();
    final RelNode pushed = PUSHDOWN.over(limited(root.project(), maxRows));
    final Optional<RowScan> direct = RowScan.in(pushed).filter(scan -> !alwaysFull);
    return Plan.of(
        translation.columns(),
        translation.parameters(),
        direct.isPresent() ? direct.get().rows() : full(sql, translation, maxRows, declared),
        direct.isPresent());
  }

  private Function1<DataContext, Enumerable<Object[]>> full(
      String sql, Translation translation, long maxRows, Declarations declared) {
    return translation.parameters().stream().anyMatch(Parameter::isAssumed)
        ? new LaterRows(
            threads, () -> full(translate(sql, Sql.parse(sql), declared), maxRows)) // each anew
        : full(translation, maxRows);
  }

  private static Function1<DataContext, Enumerable<Object[]>> full(
      Translation translation, long maxRows) {
    final RelRoot root = translation.root();
    return full(pushedDown(root.withRel(limited(root.rel, maxRows))));
  }

  private static Function1<DataContext, Enumerable<Object[]>> full(RelRoot root) {
    final RowLimits limits = new RowLimits();
    final Function1<DataContext, Enumerable<Object[]>> rows = compiled(root, limits);
    return context -> rows.apply(limits.fitted(context));
  }

  private static Function1<DataContext, Enumerable<Object[]>> compiled(
      RelRoot root, RowLimits limits) {
    try {
      return GeneratedCode.rows(new FullPlanner(root).plan(root.withRel(limits.fitted(root.rel))));
    } catch (RelOptPlanner.CannotPlanException e) {
      throw Unplanned.fault(root.rel, e);
    } catch (IllegalStateException e) {
      throw String.valueOf(e.getMessage()).startsWith("Unable to implement")
          ? Unplanned.fault(root.rel, e)
          : e;
    }
  }

  /** The scan alone, or what Calcite would run, one row for each line. */
  private Plan explanation(String sql, SqlNode statement) throws SQLException {
    final RelRoot root = translate(sql, statement, Declarations.NONE).root();
    final RelNode pushed = PUSHDOWN.over(root.project());
    final RelNode plan =
        RowScan.in(pushed).isPresent() && !alwaysFull
            ? pushed
            : new FullPlanner(root).plan(pushedDown(root));
    final OutputColumn column =
        new OutputColumn("PLAN", null, SqlTypeName.VARCHAR, -1, 0, false, null, null);
    return Plan.of(List.of(column), List.of(), context -> lines(plan, context), true);
  }

  private static Enumerable<Object[]> lines(RelNode plan, DataContext context) {
    final Execution execution = (Execution) context.get(Engine.EXECUTION);
    return Linq4j.asEnumerable(
        PlanText.lines(plan, execution.maxAge()).stream()
            .map(line -> new Object[] {line})
            .toList());
  }

  private Translation translate(String sql, SqlNode statement, Declarations declared)
      throws SQLException {
    final Outcome<Translation> outcome = attempted(statement, declared);
    if (outcome.translation().isPresent()) {
      return outcome.translation().get();
    }
    final Outcome<Translation> guessed =
        new TypeGuesses<Translation>(declared, guess -> attempted(query(Sql.parse(sql)), guess))
            .after(outcome);
    if (guessed.translation().isPresent()) {
      return guessed.translation().get();
    }
    throw UnknownName.of(
        guessed.mistake().orElseThrow(), new KnownNames(Sql.parse(sql), schema, types));
  }

  /** Changes the statement, which can be translated once. */
  private Outcome<Translation> attempted(SqlNode statement, Declarations declared)
      throws SQLException {
    final ColumnNames names = ColumnNames.given(statement); // before marks are cast
    final Parameters parameters = new Parameters(statement, declared, types);
    try {
      return new Outcome<>(
          Optional.of(new Translation(statement, names, schema, types, parameters)),
          Optional.empty(),
          List.of(),
          parameters.reach(),
          true);
    } catch (CalciteContextException mistake) {
      return new Outcome<>(
          Optional.empty(),
          Optional.of(mistake),
          parameters.open(),
          parameters.reach(),
          parameters.areSettled());
    }
  }

  private static SqlNode query(SqlNode statement) {
    return statement instanceof SqlExplain explain ? explain.getExplicandum() : statement;
  }

  /** Calcite's rules begin where ours have told each scan what is asked above it. */
  private static RelRoot pushedDown(RelRoot root) {
    return root.withRel(UnusedColumns.dropped(PUSHDOWN.over(root.rel)));
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
