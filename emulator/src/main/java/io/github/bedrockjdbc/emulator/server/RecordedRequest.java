package io.github.bedrockjdbc.emulator.server;

import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.Percent;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request that arrived, and its answer. Holds no secret.
 *
 * @param sequence from 1, in the order of arrival since the start
 * @param host that was asked, as sent, with its port; empty if none was named
 * @param rawPath as sent, without the query
 * @param parameters decoded, by name; values of a repeated one joined by commas
 * @param headers by lower-case name, without those that prove who asks
 * @param signedHeaders by lower-case name, in their order; empty if there is no signature
 * @param body as UTF-8
 * @param region from the credential scope, as sent; empty if there is none
 * @param accessKeyId as sent; empty if there is none
 * @param status HTTP status of the answer; 0 while or if there is none
 * @param errorType the service's error; null if there is none
 * @param rows how many jobs, models, objects or the like were sent
 * @param aborted true if the client went away before it had the whole answer
 */
public record RecordedRequest(
    int sequence,
    Operation operation,
    String method,
    String host,
    String rawPath,
    SortedMap<String, String> parameters,
    Map<String, String> headers,
    List<String> signedHeaders,
    String body,
    String region,
    String accessKeyId,
    int status,
    String errorType,
    int rows,
    String requestId,
    boolean aborted) {
  /** Copies the maps. */
  public RecordedRequest {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    headers = Map.copyOf(headers);
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** The service that was asked, as signatures name it: {@code bedrock}, {@code s3}, … */
  public String service() {
    return operation.api().scope();
  }

  /**
   * The request in one line: method, decoded path, parameters by name. Tokens are shown as {@code
   * *}: {@code GET /model-invocation-jobs maxResults=1000 nextToken=*}.
   */
  public String line() {
    return method
        + " "
        + decodedPath()
        + parameters.entrySet().stream()
            .map(each -> " " + each.getKey() + "=" + shown(each))
            .collect(Collectors.joining());
  }

  RecordedRequest answered(int newStatus, String newErrorType, int newRows) {
    return ended(newStatus, newErrorType, newRows, aborted);
  }

  RecordedRequest abandoned() {
    return ended(status, errorType, rows, true);
  }

  private RecordedRequest ended(
      int newStatus, String newErrorType, int newRows, boolean isAborted) {
    return new RecordedRequest(
        sequence,
        operation,
        method,
        host,
        rawPath,
        parameters,
        headers,
        signedHeaders,
        body,
        region,
        accessKeyId,
        newStatus,
        newErrorType,
        newRows,
        requestId,
        isAborted);
  }

  private String decodedPath() {
    try {
      return Percent.decode(rawPath);
    } catch (ServiceError notEncodedRight) {
      return rawPath;
    }
  }

  private static String shown(Map.Entry<String, String> parameter) {
    return parameter.getKey().equals("nextToken") ? "*" : parameter.getValue();
  }
}
