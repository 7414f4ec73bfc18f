package io.github.bedrockjdbc.emulator.http;

/** What a request asks for. */
public enum Operation {
  /** {@code ListModelInvocationJobs}. */
  LIST("ListModelInvocationJobs"),
  /** {@code GetModelInvocationJob}. */
  GET("GetModelInvocationJob"),
  /** Anything else; refused. */
  OTHER("");

  static final String LIST_PATH = "/model-invocation-jobs";
  public static final String GET_PATH = "/model-invocation-job/";

  private final String wire;

  Operation(String wire) {
    this.wire = wire;
  }

  /** The service's name of the operation. */
  String wire() {
    return wire;
  }

  public static Operation of(HttpRequest request) {
    if (!request.method().equals("GET")) {
      return OTHER;
    }
    if (request.rawPath().equals(LIST_PATH)) {
      return LIST;
    }
    // The identifier is one segment: its own slashes are percent-encoded.
    final boolean get =
        request.rawPath().startsWith(GET_PATH)
            && request.rawPath().lastIndexOf('/') == GET_PATH.length() - 1
            && request.rawPath().length() > GET_PATH.length();
    return get ? GET : OTHER;
  }
}
