package io.github.bedrockjdbc.emulator.http;

import java.util.Arrays;
import java.util.List;

/** What a request asks for. */
public enum Operation {
  /** {@code ListModelInvocationJobs}. */
  LIST(Api.BEDROCK, "ListModelInvocationJobs", "/model-invocation-jobs"),
  /** {@code GetModelInvocationJob}; its path goes on behind a slash. */
  GET(Api.BEDROCK, "GetModelInvocationJob", "/model-invocation-job"),
  /** {@code ListFoundationModels}. */
  LIST_MODELS(Api.BEDROCK, "ListFoundationModels", "/foundation-models"),
  /** {@code ListInferenceProfiles}. */
  LIST_PROFILES(Api.BEDROCK, "ListInferenceProfiles", "/inference-profiles"),
  /** {@code GetObject} of S3. */
  GET_OBJECT(Api.S3, "GetObject"),
  /** {@code GetResources} of the Resource Groups Tagging API. */
  GET_RESOURCES(Api.TAGGING, "GetResources"),
  /** Anything else that is asked of S3; refused. */
  OTHER_OBJECT(Api.S3, ""),
  /** Anything else that is asked of the tagging service; refused. */
  OTHER_RESOURCES(Api.TAGGING, ""),
  /** Anything else; refused. */
  OTHER(Api.BEDROCK, "");

  public static final String GET_PATH = GET.path + "/";
  private static final List<Operation> WITH_PATHS =
      Arrays.stream(values()).filter(each -> !each.path.isEmpty()).toList();
  private static final String TARGET = "ResourceGroupsTaggingAPI_20170126.GetResources";

  private final Api api;
  private final String wire;
  private final String path;

  Operation(Api api, String wire) {
    this(api, wire, "");
  }

  Operation(Api api, String wire, String path) {
    this.api = api;
    this.wire = wire;
    this.path = path;
  }

  /** The service that answers. */
  public Api api() {
    return api;
  }

  /** The service's name of the operation; empty for what it does not know. */
  public String wire() {
    return wire;
  }

  public static Operation of(HttpRequest request) {
    if (isForStorage(request)) {
      return request.method().equals("GET") ? GET_OBJECT : OTHER_OBJECT;
    }
    final boolean root = request.method().equals("POST") && request.rawPath().equals("/");
    if (root || request.header("x-amz-target").isPresent()) {
      return root && request.header("x-amz-target").orElse("").equals(TARGET)
          ? GET_RESOURCES
          : OTHER_RESOURCES;
    }
    if (!request.method().equals("GET")) {
      return OTHER;
    }
    return isDetail(request.rawPath())
        ? GET
        : WITH_PATHS.stream()
            .filter(each -> each != GET && each.path.equals(request.rawPath()))
            .findFirst()
            .orElse(OTHER);
  }

  /** The identifier is one segment: its own slashes are percent-encoded. */
  private static boolean isDetail(String path) {
    return path.startsWith(GET_PATH)
        && path.lastIndexOf('/') == GET_PATH.length() - 1
        && path.length() > GET_PATH.length();
  }

  /** By the host where it says so, else by the path, else by the signature. */
  private static boolean isForStorage(HttpRequest request) {
    final String host = request.host();
    if (host.startsWith("s3.") || host.startsWith("s3-") || BucketHost.bucket(host).isPresent()) {
      return true;
    }
    final String path = request.rawPath();
    final boolean known =
        WITH_PATHS.stream()
            .anyMatch(each -> path.equals(each.path) || path.startsWith(each.path + "/"));
    return !known && (request.scopedService().equals("s3") || path.matches("/[^/]+/.+"));
  }
}
