package io.github.bedrockjdbc.adapter.api;

/** The service's operations that are called. */
public enum ApiOperation {
  LIST("ListModelInvocationJobs"),
  GET("GetModelInvocationJob");

  private final String wireName;

  ApiOperation(String wireName) {
    this.wireName = wireName;
  }

  /** The service's name of it, as in IAM policies and CloudTrail. */
  public String wireName() {
    return wireName;
  }
}
