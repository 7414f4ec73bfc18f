package io.github.bedrockjdbc.adapter.api;

/** The AWS services that are called, as endpoints and signatures know them. */
public enum ApiService {
  BEDROCK("bedrock", "bedrock", "Bedrock", "BEDROCK"),
  S3("s3", "s3", "S3", "S3"),
  TAGGING(
      "tagging",
      "resource_groups_tagging_api",
      "ResourceGroupsTaggingApi",
      "RESOURCE_GROUPS_TAGGING_API");

  private final String wireName;
  private final String profileName;
  private final String propertySuffix;
  private final String variableSuffix;

  ApiService(String wireName, String profileName, String propertySuffix, String variableSuffix) {
    this.wireName = wireName;
    this.profileName = profileName;
    this.propertySuffix = propertySuffix;
    this.variableSuffix = variableSuffix;
  }

  /** What signatures call it, and what its hosts begin with. */
  public String wireName() {
    return wireName;
  }

  /** Its name in a profile's section of services. */
  public String profileName() {
    return profileName;
  }

  /** System property that names its endpoint, such as {@code aws.endpointUrlS3}. */
  public String endpointProperty() {
    return "aws.endpointUrl" + propertySuffix;
  }

  /** Environment variable that names its endpoint, such as {@code AWS_ENDPOINT_URL_S3}. */
  public String endpointVariable() {
    return "AWS_ENDPOINT_URL_" + variableSuffix;
  }

  /** Whether a Bedrock API key opens it; every other service wants a signature. */
  public boolean takesApiKey() {
    return this == BEDROCK;
  }

  /** Whether paths are signed as they are sent, instead of normalized and encoded once more. */
  public boolean signsPathAsSent() {
    return this == S3;
  }
}
