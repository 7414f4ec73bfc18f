package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.kept.KeptWalks;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import io.github.bedrockjdbc.adapter.walk.JobRows;
import io.github.bedrockjdbc.adapter.walk.KeptScan;
import io.github.bedrockjdbc.adapter.walk.StatementScans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Schema.TableType;
import org.apache.calcite.schema.Statistic;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** The table {@code jobs}. */
public final class JobsTable extends AbstractTable implements TranslatableTable {
  /** Name of the table. */
  public static final String NAME = "jobs";

  public static final TableDescription DESCRIPTION =
      new TableDescription(
          NAME,
          TableType.TABLE,
          "Amazon Bedrock batch inference jobs, one row per job.",
          JobColumn.all(),
          Optional.of(JobColumn.JOB_ARN));

  private final Engine engine;
  private volatile RowType rowType;

  public JobsTable(Engine engine) {
    this.engine = engine;
  }

  /** Made once, as planning asks for it with each step that it takes. */
  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    RowType known = rowType;
    if (known == null || !known.types.equals(types)) {
      known = new RowType(types, TableColumn.rowType(types, JobColumn.all()));
      rowType = known;
    }
    return known.type;
  }

  private record RowType(RelDataTypeFactory types, RelDataType type) {}

  /** Type of rows that have these columns; a repeated one gets a name of its own. */
  RelDataType rowType(RelDataTypeFactory types, List<JobColumn> columns) {
    final List<JobColumn> all = JobColumn.all();
    final RelDataType known = getRowType(types);
    if (columns.equals(all)) {
      return known;
    }
    final RelDataTypeFactory.Builder row = types.builder();
    columns.forEach(column -> row.add(known.getFieldList().get(all.indexOf(column))));
    return row.uniquify().build();
  }

  @Override
  public Statistic getStatistic() {
    return DESCRIPTION.statistic();
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    return new JobsScan(context.getCluster(), table, this, JobQuery.EVERYTHING);
  }

  /** Whether parts of a plan may move into the scan. */
  boolean pushesDown() {
    return engine.config().get(Property.PUSHDOWN);
  }

  /** Rows of a page in a walk that needs every row. */
  int pageSize() {
    return engine.config().get(Property.PAGE_SIZE);
  }

  /** Whether the failure message costs a request. */
  boolean readsMessages() {
    return engine.config().get(Property.READ_MESSAGES);
  }

  /** The regions and accounts that are asked. */
  List<Source> sources() {
    return engine.sources();
  }

  /** How kept rows would answer all these scans of a statement; empty if requests will. */
  List<KeptWalks.Answer> answers(List<JobQuery> queries, Duration maxAge) {
    return KeptScan.answers(engine, queries, maxAge);
  }

  /** Tells the statement's other scans of this one. */
  void noteScan(Map<String, Object> stash, JobQuery query) {
    StatementScans.note(stash, engine, query);
  }

  /** What opens a scan in an execution. */
  Function1<DataContext, Enumerable<Object[]>> rows(JobQuery query) {
    return context -> new JobRows(engine, query, context);
  }
}
