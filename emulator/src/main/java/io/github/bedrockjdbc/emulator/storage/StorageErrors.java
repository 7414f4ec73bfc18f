package io.github.bedrockjdbc.emulator.storage;

import io.github.bedrockjdbc.emulator.behavior.Elsewhere;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;

/** The refusals of S3 that concern buckets and objects. */
final class StorageErrors {
  private static final String BUCKET_REGION = "x-amz-bucket-region";

  private StorageErrors() {}

  /** Without a word on what is missing. */
  static ServiceError denied() {
    return new ServiceError(403, "AccessDenied", "Access Denied");
  }

  static ServiceError denied(Caller caller, String action, String resource) {
    return new ServiceError(
        403, "AccessDenied", ServiceError.notAuthorized(caller, action, '"' + resource + '"'));
  }

  static ServiceError noSuchKey(String key) {
    return new ServiceError(404, "NoSuchKey", "The specified key does not exist.")
        .detail("Key", key);
  }

  static ServiceError noSuchBucket(String bucket) {
    return new ServiceError(404, "NoSuchBucket", "The specified bucket does not exist")
        .detail("BucketName", bucket);
  }

  static ServiceError kmsDenied(Caller caller, String key) {
    return new ServiceError(
        403, "AccessDenied", ServiceError.notAuthorized(caller, "kms:Decrypt", key));
  }

  static ServiceError kmsDisabled(String key) {
    return new ServiceError(400, "KMS.DisabledException", key + " is disabled.");
  }

  static ServiceError kmsPendingDeletion(String key) {
    return new ServiceError(400, "KMS.KMSInvalidStateException", key + " is pending deletion.");
  }

  static ServiceError methodNotAllowed(String method) {
    return new ServiceError(
            405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
        .detail("Method", method)
        .detail("ResourceType", "OBJECT")
        .with("Allow", "GET");
  }

  static ServiceError invalidArgument(String name, String value, String message) {
    return new ServiceError(400, "InvalidArgument", message)
        .detail("ArgumentName", name)
        .detail("ArgumentValue", value);
  }

  static ServiceError wrongRegion(String signed, String region) {
    return new ServiceError(
            400,
            "AuthorizationHeaderMalformed",
            "The authorization header is malformed; the region '%s' is wrong; expecting '%s'"
                .formatted(signed, region))
        .detail("Region", region)
        .with(BUCKET_REGION, region);
  }

  /** Of a bucket that is in another region. */
  static ServiceError elsewhere(
      Elsewhere form, HttpRequest request, ObjectAddress address, String signed, String region) {
    final String host = address.bucket() + ".s3." + region + ".amazonaws.com";
    return switch (form) {
      case WRONG_SIGNATURE -> wrongRegion(signed, region);
      case PERMANENT_REDIRECT ->
          new ServiceError(
                  301,
                  "PermanentRedirect",
                  "The bucket you are attempting to access must be addressed using the specified"
                      + " endpoint. Please send all future requests to this endpoint.")
              .detail("Endpoint", host)
              .detail("Bucket", address.bucket())
              .with(BUCKET_REGION, region);
      case TEMPORARY_REDIRECT ->
          new ServiceError(
                  307,
                  "TemporaryRedirect",
                  "Please re-send this request to the specified temporary endpoint. Continue to"
                      + " use the original request endpoint for future requests.")
              .detail("Endpoint", host)
              .detail("Bucket", address.bucket())
              .with("Location", "https://" + host + request.rawPath())
              .with(BUCKET_REGION, region);
    };
  }
}
