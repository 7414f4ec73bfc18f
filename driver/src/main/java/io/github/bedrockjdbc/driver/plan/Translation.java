package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.plan.MessageUse;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.Convertlets;
import io.github.bedrockjdbc.driver.naming.ColumnNames;
import io.github.bedrockjdbc.driver.parameter.Parameter;
import io.github.bedrockjdbc.driver.rewrite.LiteralCasts;
import io.github.bedrockjdbc.driver.rewrite.MergedProjects;
import io.github.bedrockjdbc.driver.subquery.ConverterParts;
import io.github.bedrockjdbc.driver.subquery.HavingSubqueries;
import io.github.bedrockjdbc.driver.syntax.AggregateForms;
import io.github.bedrockjdbc.driver.syntax.CharCasts;
import io.github.bedrockjdbc.driver.syntax.DistinctOrders;
import io.github.bedrockjdbc.driver.syntax.EscapedForms;
import io.github.bedrockjdbc.driver.syntax.LongChains;
import io.github.bedrockjdbc.driver.syntax.NamedWindows;
import io.github.bedrockjdbc.driver.syntax.NestedLaterals;
import io.github.bedrockjdbc.driver.syntax.NullQueries;
import io.github.bedrockjdbc.driver.syntax.OuterAggregates;
import io.github.bedrockjdbc.driver.syntax.OuterColumns;
import io.github.bedrockjdbc.driver.syntax.Recursions;
import io.github.bedrockjdbc.driver.syntax.Refusals;
import io.github.bedrockjdbc.driver.syntax.RepeatedQueries;
import io.github.bedrockjdbc.driver.syntax.RowForms;
import io.github.bedrockjdbc.driver.syntax.RowMembership;
import io.github.bedrockjdbc.driver.syntax.RowQueries;
import io.github.bedrockjdbc.driver.syntax.TruthTests;
import io.github.bedrockjdbc.driver.syntax.ValuesRewrite;
import io.github.bedrockjdbc.driver.syntax.WindowedLists;
import io.github.bedrockjdbc.driver.thread.PlanningThread;
import io.github.bedrockjdbc.driver.validate.GroupedOuterColumns;
import io.github.bedrockjdbc.driver.validate.OperandCoercion;
import io.github.bedrockjdbc.driver.validate.PaddedColumns;
import io.github.bedrockjdbc.driver.validate.ParameterValidator;
import io.github.bedrockjdbc.driver.validate.Parameters;
import io.github.bedrockjdbc.driver.validate.TypedRefusals;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.with.WithNames;
import io.github.bedrockjdbc.driver.with.WithSizes;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlToRelConverter;

/** From a parsed statement to a logical plan, with what a client wants to know of its result. */
final class Translation {
  private static final SqlValidator.Config VALIDATION =
      SqlValidator.Config.DEFAULT
          .withConformance(SqlConformanceEnum.LENIENT)
          .withDefaultNullCollation(NullCollation.HIGH)
          .withTypeCoercionFactory(OperandCoercion::new)
          .withIdentifierExpansion(true);

  private static final SqlToRelConverter.Config CONVERSION =
      MergedProjects.later(
          SqlToRelConverter.config()
              .withExpand(false)
              // or it loses count of the columns of what a subquery is correlated with, in joins
              // and in groups
              .withRelBuilderConfigTransform(
                  builder -> builder.withPushJoinCondition(false).withAggregateUnique(true))
              .withTrimUnusedFields(false)
              .withRemoveSortInSubQuery(false)
              .withInSubQueryThreshold(Integer.MAX_VALUE));

  private static final SqlToRelConverter.Config UNSIMPLIFIED =
      CONVERSION.addRelBuilderConfigTransform(builder -> builder.withSimplify(false));

  private final SqlValidator validator;
  private final ColumnNames names;
  private final SqlNode validated;
  private final RelRoot root;
  private final List<Parameter> parameters;

  /**
   * Validates and converts.
   *
   * @param statement will be changed
   * @param names of its columns, as it was written
   * @param parameters its question marks
   */
  Translation(
      SqlNode statement,
      ColumnNames names,
      CalciteSchema schema,
      JavaTypeFactory types,
      Parameters parameters) {
    Refusals.check(statement);
    WithSizes.check(statement);
    this.names = names;
    final CalciteCatalogReader catalog = catalog(schema, types);
    this.validator =
        new ParameterValidator(
            catalog, VALIDATION, parameters, part -> new RepeatedQueries().applied(part));
    this.validated = validator.validate(prepared(statement));
    parameters.settle();
    TypedRefusals.check(validated, validator);
    OuterAggregates.check(validated);
    GroupedOuterColumns.check(validated, validator);
    this.parameters = parameters.all();
    final RelOptCluster cluster = RelOptCluster.create(planner(), new EndingRexBuilder(types));
    cluster.setMetadataQuerySupplier(EndingMetadataQuery::new);
    final RelRoot converted = converted(catalog, cluster);
    this.root = converted.withRel(MessageUse.marked(Rewrites.applied(converted.rel)));
  }

  /** Calcite's simplification fails of some expressions, as of many that turn out to be NULL. */
  private RelRoot converted(CalciteCatalogReader catalog, RelOptCluster cluster) {
    if (!LongChains.areIn(validated)) {
      try {
        return converted(catalog, cluster, CONVERSION);
      } catch (RuntimeException | AssertionError e) {
        PlanningThread.check();
        if (SqlMistake.isIn(e)) {
          throw e;
        }
      }
    }
    return converted(catalog, cluster, UNSIMPLIFIED);
  }

  private RelRoot converted(
      CalciteCatalogReader catalog, RelOptCluster cluster, SqlToRelConverter.Config config) {
    return new HavingSubqueries(
            new ConverterParts(validator, catalog, cluster, Convertlets::of, config))
        .convertQuery(validated, false, true);
  }

  private static SqlNode prepared(SqlNode statement) {
    WithNames.matched(statement);
    Recursions.prepare(statement);
    final SqlNode plain = CharCasts.applied(new DistinctOrders().appliedToAll(statement));
    plain.accept(new NestedLaterals());
    plain.accept(new OuterColumns()); // makes queries of columns in WINDOW, too
    plain.accept(new NamedWindows());
    final SqlNode forms =
        new WindowedLists()
            .applied(
                new EscapedForms()
                    .applied(NullQueries.replaced(plain.accept(new ValuesRewrite()))));
    final SqlNode rows =
        new RowForms().applied(new AggregateForms().applied(new TruthTests().applied(forms)));
    return new RepeatedQueries()
        .applied(new RowMembership().applied(new RowQueries().applied(rows)));
  }

  /** Without rules, which only a statement needs that a scan does not answer alone. */
  private static RelOptPlanner planner() {
    // Rules about dates ask the context for the time zone.
    final RelOptPlanner planner =
        new BoundedPlanner(Contexts.of(CalciteConfig.config(), PlanningThread.flag()));
    planner.setExecutor(LiteralCasts.NONE);
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    planner.addRelTraitDef(RelCollationTraitDef.INSTANCE);
    return planner;
  }

  private static CalciteCatalogReader catalog(CalciteSchema schema, JavaTypeFactory types) {
    return new CalciteCatalogReader(
        schema, List.of(JobsSchema.NAME), types, CalciteConfig.config());
  }

  RelRoot root() {
    return root;
  }

  /** The columns of the result. */
  List<OutputColumn> columns() {
    final List<OutputColumn> columns = new ArrayList<>();
    final List<List<String>> origins = validator.getFieldOrigins(validated);
    final List<String> labels = names.labels(root.validatedRowType.getFieldNames());
    for (RelDataTypeField field : root.validatedRowType.getFieldList()) {
      final List<String> origin = origins.get(field.getIndex()); // null, or schema, table, column
      final RelDataType type = field.getType();
      final int padded =
          PaddedColumns.length(root.rel, root.fields.leftList().get(field.getIndex()));
      columns.add(
          new OutputColumn(
              labels.get(field.getIndex()),
              origin == null ? null : origin.get(2),
              padded > 0 ? SqlTypeName.CHAR : withoutLength(type.getSqlTypeName()),
              padded > 0 ? padded : type.getPrecision(),
              type.getScale(),
              type.isNullable(),
              origin == null ? null : origin.get(0),
              origin == null ? null : origin.get(1)));
    }
    return columns;
  }

  /** Of texts, only casts are padded. */
  private static SqlTypeName withoutLength(SqlTypeName type) {
    return type == SqlTypeName.CHAR ? SqlTypeName.VARCHAR : type;
  }

  /** The question marks of the statement. */
  List<Parameter> parameters() {
    return parameters;
  }
}
