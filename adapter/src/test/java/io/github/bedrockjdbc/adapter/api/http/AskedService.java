package io.github.bedrockjdbc.adapter.api.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.Page;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;

/** One source of an emulator as it is asked in a test. */
final class AskedService implements AutoCloseable {
  private final HttpService service;
  private final JobsApi api;

  AskedService(BedrockEmulator emulator, int attempts) {
    service =
        Emulated.service(
            emulator, "maxAttempts", Integer.toString(attempts), "requestTimeout", "10");
    api = service.source(Optional.of(BedrockEmulator.DEMO_REGION), Emulated.demo());
  }

  static Execution execution() {
    return new Execution(Cancellation.unlimited(), Long.MAX_VALUE);
  }

  Page<String> list() {
    return list(execution());
  }

  Page<String> list(Execution execution) {
    return api.list(ListRequest.EVERYTHING, AskedService::arn, execution);
  }

  List<String> arns() {
    return list().rows();
  }

  String get(String arn) {
    return api.get(arn, AskedService::arn, execution());
  }

  static ApiException failureOf(Runnable call) {
    final AtomicReference<ApiException> failure = new AtomicReference<>();
    Assertions.assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(ApiException.class, failure::set);
    return failure.get();
  }

  /** Reads nothing of a job but its ARN. */
  static String arn(JsonParser parser) throws IOException {
    String arn = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      final boolean isArn = parser.currentName().equals("jobArn");
      parser.nextToken();
      arn = isArn ? parser.getText() : arn;
      parser.skipChildren();
    }
    return arn;
  }

  @Override
  public void close() {
    service.close();
  }
}
