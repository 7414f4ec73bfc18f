package io.github.bedrockjdbc.emulator.server;

import io.github.bedrockjdbc.emulator.auth.Authorization;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The requests that arrived, oldest first; the last 100,000 of them. Safe for many threads. */
public final class RequestLog {
  private static final int CAPACITY = 100_000;
  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "proxy-authorization", "x-amz-security-token", "cookie");

  private final Gauge arrived = new Gauge("requests");
  private final Map<Integer, RecordedRequest> requests = new LinkedHashMap<>();

  RequestLog() {}

  /** A copy of what is in the log. An answer is in before its first byte is sent. */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests.values());
  }

  /** Each request in one line; see {@link RecordedRequest#line()}. */
  public List<String> lines() {
    return requests().stream().map(RecordedRequest::line).toList();
  }

  /** A copy of those that asked for an operation. */
  public List<RecordedRequest> requests(Operation operation) {
    return requests().stream().filter(each -> each.operation() == operation).toList();
  }

  /** Forgets everything; sequence numbers go on. */
  public synchronized void clear() {
    requests.clear();
  }

  /** How many requests have arrived since the start, whatever was cleared. */
  public Gauge arrived() {
    return arrived;
  }

  synchronized RecordedRequest add(HttpRequest request) {
    final int sequence = arrived.value() + 1;
    final Optional<Authorization> scope =
        request.header("authorization").flatMap(Authorization::of);
    final Map<String, String> headers = new TreeMap<>(request.headers());
    headers.keySet().removeAll(SECRET_HEADERS);
    final Operation operation = Operation.of(request);
    final RecordedRequest recorded =
        new RecordedRequest(
            sequence,
            operation,
            request.method(),
            request.header("host").orElse(""),
            request.rawPath(),
            parameters(request),
            headers,
            scope.map(Authorization::signedHeaders).orElse(List.of()),
            request.body(),
            scope.map(Authorization::region).orElse(""),
            scope.map(Authorization::accessKeyId).orElse(""),
            0,
            null,
            0,
            operation.api().requestId(sequence),
            false);
    requests.put(sequence, recorded);
    requests.remove(sequence - CAPACITY);
    arrived.add(1);
    return recorded;
  }

  /** Does nothing if the request was cleared meanwhile. */
  synchronized void change(int sequence, UnaryOperator<RecordedRequest> change) {
    requests.computeIfPresent(sequence, (same, request) -> change.apply(request));
  }

  private static SortedMap<String, String> parameters(HttpRequest request) {
    final SortedMap<String, String> parameters = new TreeMap<>();
    request
        .parameters()
        .forEach(
            each ->
                parameters.merge(
                    each.getKey(), each.getValue(), (first, next) -> first + "," + next));
    return parameters;
  }
}
