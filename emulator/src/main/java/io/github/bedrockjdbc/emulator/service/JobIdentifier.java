package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.data.JobArn;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.Percent;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.query.Given;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The service's rules for what a request for one job may name. Source: API model. */
final class JobIdentifier {
  static final String PATTERN =
      "((arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/)?[a-z0-9]{12})";

  private JobIdentifier() {}

  /**
   * Reads a detail's identifier, an ARN.
   *
   * @throws ServiceError if it is not the ARN of a job
   */
  static String of(HttpRequest request) {
    Given.of(request, List.of());
    final String text = Percent.decode(request.rawPath().substring(Operation.GET_PATH.length()));
    final Given given = new Given(Map.of("jobIdentifier", text));
    given.pattern("jobIdentifier", Pattern.compile(PATTERN), PATTERN);
    given.throwViolations();
    // The model allows the bare id, the service does not.
    if (JobArn.of(text).isEmpty()) {
      throw ServiceError.validation("The provided ARN is invalid: " + text);
    }
    return text;
  }
}
