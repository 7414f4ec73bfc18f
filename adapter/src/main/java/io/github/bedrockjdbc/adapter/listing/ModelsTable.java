package io.github.bedrockjdbc.adapter.listing;

import static org.apache.calcite.sql.type.SqlTypeName.BOOLEAN;
import static org.apache.calcite.sql.type.SqlTypeName.TIMESTAMP;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.PageReader;
import io.github.bedrockjdbc.adapter.api.Percent;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.schema.Table;

/** The table {@code models}: foundation models, one row for each region that offers one. */
public final class ModelsTable implements Listing {
  /** Name of the table. */
  public static final String NAME = "models";

  private static final String PROVIDER = "provider_name";

  /** What the service takes (API model: {@code Provider}). */
  private static final Pattern SENDABLE = Pattern.compile("[A-Za-z0-9- ]{1,63}");

  private static final List<ListedColumn> COLUMNS =
      List.of(
          new ListedColumn(
              "model_arn",
              VARCHAR,
              false,
              item -> item.required("modelArn"),
              "ARN of the model; primary key. Equals jobs.model_id of jobs that name the model."),
          new ListedColumn(
              "model_id", VARCHAR, false, item -> item.required("modelId"), "ID of the model."),
          new ListedColumn(
              "model_name", VARCHAR, true, item -> item.text("modelName"), "Name of the model."),
          new ListedColumn(PROVIDER, VARCHAR, true, item -> item.text("providerName"), "Provider."),
          new ListedColumn(
              "input_modalities",
              VARCHAR,
              true,
              item -> item.json("inputModalities"),
              "What the model takes, such as TEXT, as a JSON array."),
          new ListedColumn(
              "output_modalities",
              VARCHAR,
              true,
              item -> item.json("outputModalities"),
              "What the model gives, as a JSON array."),
          new ListedColumn(
              "response_streaming_supported",
              BOOLEAN,
              true,
              item -> item.truth("responseStreamingSupported"),
              "Whether the model streams responses."),
          new ListedColumn(
              "customizations_supported",
              VARCHAR,
              true,
              item -> item.json("customizationsSupported"),
              "Customizations, such as FINE_TUNING, as a JSON array."),
          new ListedColumn(
              "inference_types_supported",
              VARCHAR,
              true,
              item -> item.json("inferenceTypesSupported"),
              "Inference types, such as ON_DEMAND, as a JSON array."),
          new ListedColumn(
              "lifecycle_status",
              VARCHAR,
              true,
              item -> item.inner("modelLifecycle", "status"),
              "ACTIVE or LEGACY; a retired model is no longer listed."),
          lifecycle("start_of_life_time", "startOfLifeTime", "Release, UTC."),
          lifecycle("legacy_time", "legacyTime", "Time from which the model is legacy, UTC."),
          lifecycle(
              "public_extended_access_time",
              "publicExtendedAccessTime",
              "Start of extended access, UTC."),
          lifecycle("end_of_life_time", "endOfLifeTime", "Time at which the model ends, UTC."),
          new ListedColumn("region", VARCHAR, false, Item::region, "Region that was queried."));

  public static final TableDescription DESCRIPTION =
      ListedTable.description(NAME, "Foundation models, one row per model and region.", COLUMNS);

  private ModelsTable() {}

  /** Sends nothing. */
  public static Table of(Engine engine) {
    return new ListedTable(DESCRIPTION, new ModelsTable(), engine);
  }

  private static ListedColumn lifecycle(String column, String field, String description) {
    return new ListedColumn(
        column,
        TIMESTAMP,
        true,
        item -> Item.time(item.inner("modelLifecycle", field)),
        description);
  }

  @Override
  public List<ListedColumn> columns() {
    return COLUMNS;
  }

  @Override
  public Set<String> pushed() {
    return Set.of(PROVIDER);
  }

  @Override
  public boolean isSameForAccounts() {
    return true;
  }

  @Override
  public List<Item> items(Source source, WantedValues wanted, Execution execution) {
    final Optional<String> provider = provider(wanted);
    return source
        .call(
            ApiRequest.get(
                ApiOperation.LIST_MODELS,
                "Listing models failed",
                provider.map(name -> "byProvider=" + name).orElse(""),
                "/foundation-models"
                    + provider.map(name -> "?byProvider=" + Percent.encoded(name)).orElse(""),
                new PageReader<>("models", "modelSummaries", new ItemReader()),
                page -> page.rows().size()),
            execution)
        .rows()
        .stream()
        .map(fields -> new Item(fields, source.region()))
        .toList();
  }

  @Override
  public List<String> requests(WantedValues wanted) {
    return List.of(
        ApiOperation.LIST_MODELS.wireName()
            + provider(wanted).map(name -> " byProvider=" + name).orElse(""));
  }

  /** The service takes one; more of them are all models, which is one request, too. */
  private static Optional<String> provider(WantedValues wanted) {
    return wanted
        .of(PROVIDER)
        .filter(names -> names.size() == 1)
        .map(names -> names.iterator().next())
        .filter(name -> SENDABLE.matcher(name).matches());
  }
}
