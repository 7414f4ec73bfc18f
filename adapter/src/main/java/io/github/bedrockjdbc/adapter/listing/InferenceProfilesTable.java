package io.github.bedrockjdbc.adapter.listing;

import static org.apache.calcite.sql.type.SqlTypeName.TIMESTAMP;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.Arn;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.Page;
import io.github.bedrockjdbc.adapter.api.PageReader;
import io.github.bedrockjdbc.adapter.api.Percent;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.schema.Table;

/** The table {@code inference_profiles}: one row for each profile and the model behind it. */
public final class InferenceProfilesTable implements Listing {
  /** Name of the table. */
  public static final String NAME = "inference_profiles";

  private static final String TYPE = "type";

  /** The service may give only the first if it is not told, so each is asked for. */
  private static final List<String> TYPES = List.of("SYSTEM_DEFINED", "APPLICATION");

  private static final List<ListedColumn> COLUMNS =
      List.of(
          new ListedColumn(
              "inference_profile_arn",
              VARCHAR,
              false,
              item -> item.required("inferenceProfileArn"),
              "ARN of the profile; primary key. Equals jobs.model_id of jobs that name the"
                  + " profile."),
          new ListedColumn(
              "inference_profile_id",
              VARCHAR,
              false,
              item -> item.required("inferenceProfileId"),
              "ID of the profile."),
          new ListedColumn(
              "inference_profile_name",
              VARCHAR,
              true,
              item -> item.text("inferenceProfileName"),
              "Name of the profile."),
          new ListedColumn(
              TYPE, VARCHAR, true, item -> item.text("type"), "SYSTEM_DEFINED or APPLICATION."),
          new ListedColumn(
              "status", VARCHAR, true, item -> item.text("status"), "Status, such as ACTIVE."),
          new ListedColumn(
              "description", VARCHAR, true, item -> item.text("description"), "Description."),
          new ListedColumn(
              "model_arn",
              VARCHAR,
              true,
              InferenceProfilesTable::model,
              "ARN of the model in the region that was queried, else in the first region of the"
                  + " profile; equals models.model_arn."),
          new ListedColumn(
              "model_arns",
              VARCHAR,
              false,
              item -> Item.json(models(item)),
              "ARNs of the model in all regions of the profile, as a JSON array."),
          new ListedColumn(
              "created_time",
              TIMESTAMP,
              true,
              item -> Item.time(item.text("createdAt")),
              "Creation time, UTC."),
          new ListedColumn(
              "updated_time",
              TIMESTAMP,
              true,
              item -> Item.time(item.text("updatedAt")),
              "Time of the last change, UTC."),
          new ListedColumn("region", VARCHAR, false, Item::region, "Region that was queried."),
          new ListedColumn(
              "account_id",
              VARCHAR,
              true,
              InferenceProfilesTable::account,
              "Account of the profile."));

  public static final TableDescription DESCRIPTION =
      ListedTable.description(NAME, "Inference profiles, one row per profile.", COLUMNS);

  private InferenceProfilesTable() {}

  /** Sends nothing. */
  public static Table of(Engine engine) {
    return new ListedTable(DESCRIPTION, new InferenceProfilesTable(), engine);
  }

  private static List<String> models(Item item) {
    return item.list("models").stream()
        .map(model -> model instanceof Map<?, ?> fields ? fields.get("modelArn") : null)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  private static Object model(Item item) {
    final List<String> all = models(item);
    return all.stream()
        .filter(arn -> Arn.region(arn).equals(item.region()))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElse(null);
  }

  private static Object account(Item item) {
    final String account = Arn.account(item.required("inferenceProfileArn"));
    return account.isEmpty() ? null : account;
  }

  @Override
  public List<ListedColumn> columns() {
    return COLUMNS;
  }

  @Override
  public Set<String> pushed() {
    return Set.of(TYPE);
  }

  @Override
  public boolean isSameForAccounts() {
    return false;
  }

  @Override
  public List<Item> items(Source source, WantedValues wanted, Execution execution) {
    final List<Item> items = new ArrayList<>();
    for (String type : types(wanted)) {
      Optional<String> token = Optional.empty();
      do {
        final Page<Map<String, Object>> page = source.call(request(type, token), execution);
        page.rows().forEach(fields -> items.add(new Item(fields, source.region())));
        token = page.nextToken();
      } while (token.isPresent());
    }
    return items;
  }

  private static ApiRequest<Page<Map<String, Object>>> request(
      String type, Optional<String> token) {
    return ApiRequest.get(
        ApiOperation.LIST_PROFILES,
        "Listing inference profiles failed",
        shown(type) + token.map(more -> " nextToken=*").orElse(""),
        "/inference-profiles?maxResults=1000&type="
            + type
            + token.map(more -> "&nextToken=" + Percent.encoded(more)).orElse(""),
        new PageReader<>("inference profiles", "inferenceProfileSummaries", new ItemReader()),
        page -> page.rows().size());
  }

  private static String shown(String type) {
    return "maxResults=1000 type=" + type;
  }

  @Override
  public List<String> requests(WantedValues wanted) {
    return types(wanted).stream()
        .map(type -> ApiOperation.LIST_PROFILES.wireName() + " " + shown(type))
        .toList();
  }

  private static List<String> types(WantedValues wanted) {
    return TYPES.stream().filter(type -> wanted.allows(TYPE, type)).toList();
  }
}
