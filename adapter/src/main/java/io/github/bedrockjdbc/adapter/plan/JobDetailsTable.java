package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.detail.plan.JobDetails;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Schema.TableType;
import org.apache.calcite.schema.Statistic;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** The table {@code job_details}: the same scan as {@code jobs}, with details of each row. */
public final class JobDetailsTable extends AbstractTable implements TranslatableTable {
  /** Name of the table. */
  public static final String NAME = "job_details";

  private static final List<DetailColumn> DETAILS = List.of(DetailColumn.values());

  private static final List<TableColumn> COLUMNS =
      Stream.<TableColumn>concat(JobColumn.all().stream(), DETAILS.stream()).toList();

  public static final TableDescription DESCRIPTION =
      new TableDescription(
          NAME,
          TableType.TABLE,
          "The rows of jobs, with token counts and tags, which cost requests of their own.",
          COLUMNS,
          Optional.of(JobColumn.JOB_ARN));

  private final Engine engine;
  private final JobsTable jobs;

  /** Sends nothing. */
  public JobDetailsTable(Engine engine) {
    this.engine = engine;
    this.jobs = new JobsTable(engine);
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    return TableColumn.rowType(types, COLUMNS);
  }

  @Override
  public Statistic getStatistic() {
    return DESCRIPTION.statistic();
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    return JobDetails.of(
        new JobsScan(context.getCluster(), table, jobs, JobQuery.EVERYTHING),
        JobColumn.all(),
        DETAILS,
        engine);
  }
}
