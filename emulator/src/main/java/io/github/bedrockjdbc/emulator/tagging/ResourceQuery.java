package io.github.bedrockjdbc.emulator.tagging;

import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code GetResources} request that passed the checks. Source of its rules: API model.
 *
 * @param arns empty to list all that the filters let pass
 * @param tags by key, the values that are wanted; none for any value
 * @param types such as {@code bedrock} or {@code bedrock:model-invocation-job}
 * @param page how many resources a page holds
 */
record ResourceQuery(
    List<String> arns,
    Map<String, List<String>> tags,
    List<String> types,
    int page,
    Optional<String> token) {
  static final List<String> MEMBERS =
      List.of(
          "PaginationToken",
          "TagFilters",
          "ResourcesPerPage",
          "TagsPerPage",
          "ResourceTypeFilters",
          "IncludeComplianceDetails",
          "ExcludeCompliantResources",
          "ResourceARNList");
  static final int MOST_ARNS = 100;
  static final int LONGEST_ARN = 1011;
  private static final int LARGEST_PAGE = 100;

  /**
   * Reads a request.
   *
   * @throws ServiceError if its body breaks a rule
   */
  static ResourceQuery of(HttpRequest request) {
    final Body body = new Body(document(request));
    body.known(MEMBERS);
    final List<String> arns = body.texts("ResourceARNList", MOST_ARNS);
    if (body.has("ResourceARNList")) {
      checkArns(arns);
      body.alone("ResourceARNList");
    }
    final List<String> types = body.texts("ResourceTypeFilters", LARGEST_PAGE);
    final Optional<String> token = body.text("PaginationToken", 2048);
    final int page = (int) body.number("ResourcesPerPage", LARGEST_PAGE);
    if (page < 1 || page > LARGEST_PAGE) {
      throw Body.invalid("ResourcesPerPage must be between 1 and 100");
    }
    final long tagsPerPage = body.number("TagsPerPage", 100);
    if (tagsPerPage < 100 || tagsPerPage > 500 || tagsPerPage % 100 > 0) {
      throw Body.invalid("TagsPerPage must be 100, 200, 300, 400 or 500");
    }
    if (body.has("TagsPerPage") && body.has("ResourcesPerPage")) {
      throw Body.invalid("TagsPerPage and ResourcesPerPage cannot be given together");
    }
    final boolean isDetailed = body.flag("IncludeComplianceDetails");
    if (body.flag("ExcludeCompliantResources") && !isDetailed) {
      throw Body.invalid("ExcludeCompliantResources needs IncludeComplianceDetails");
    }
    return new ResourceQuery(arns, body.filters("TagFilters"), types, page, token);
  }

  private static Map<?, ?> document(HttpRequest request) {
    if (!request.header("content-type").orElse("").equals("application/x-amz-json-1.1")) {
      throw new ServiceError(404, "UnknownOperationException", "");
    }
    try {
      if (JsonReader.read(request.body()) instanceof Map<?, ?> members) {
        return members;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for JSON that is no object.
    }
    throw new ServiceError(400, "SerializationException", "");
  }

  private static void checkArns(List<String> arns) {
    if (arns.isEmpty()) {
      throw Body.invalid("ResourceARNList must have at least 1 item");
    }
    final List<String> seen = new ArrayList<>();
    for (final String arn : arns) {
      if (arn.length() > LONGEST_ARN || !arn.matches("arn:[^:]+:[^:]+:[^:]*:[^:]*:(?s:.+)")) {
        throw Body.invalid("ResourceARNList contains an invalid ARN: " + arn);
      }
      if (seen.contains(arn)) {
        throw Body.invalid("ResourceARNList contains an ARN twice: " + arn);
      }
      seen.add(arn);
    }
  }
}
