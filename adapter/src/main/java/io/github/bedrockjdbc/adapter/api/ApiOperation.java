package io.github.bedrockjdbc.adapter.api;

/** The operations that are called. */
public enum ApiOperation {
  LIST(ApiService.BEDROCK, "ListModelInvocationJobs"),
  GET(ApiService.BEDROCK, "GetModelInvocationJob"),
  LIST_MODELS(ApiService.BEDROCK, "ListFoundationModels"),
  LIST_PROFILES(ApiService.BEDROCK, "ListInferenceProfiles"),
  GET_OBJECT(ApiService.S3, "GetObject"),
  GET_RESOURCES(ApiService.TAGGING, "GetResources");

  private final ApiService service;
  private final String wireName;

  ApiOperation(ApiService service, String wireName) {
    this.service = service;
    this.wireName = wireName;
  }

  /** The service whose operation it is. */
  public ApiService service() {
    return service;
  }

  /** The service's name of it, as in CloudTrail. */
  public String wireName() {
    return wireName;
  }

  /** The permission that it needs, as in IAM policies. */
  public String permission() {
    return (service == ApiService.TAGGING ? "tag" : service.wireName()) + ":" + wireName;
  }
}
