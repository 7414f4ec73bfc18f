package io.github.bedrockjdbc.adapter.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** The operations over HTTP for one source: retry around signing, sending and decoding. */
final class HttpJobsApi implements JobsApi {
  private final Supplier<Endpoint> endpoint;
  private final LazyRegion region;
  private final Retry retry;
  private final Exchange exchange;
  private final CallLog calls;
  private final JsonFactory json;

  /**
   * Sends nothing yet.
   *
   * @param exchange signs as the source's account
   * @param calls where each call is noted
   */
  HttpJobsApi(
      Supplier<Endpoint> endpoint,
      LazyRegion region,
      Retry retry,
      Exchange exchange,
      CallLog calls,
      JsonFactory json) {
    this.endpoint = endpoint;
    this.region = region;
    this.retry = retry;
    this.exchange = exchange;
    this.calls = calls;
    this.json = json;
  }

  @Override
  public String region() {
    return region.get();
  }

  @Override
  public Optional<String> credentialSource() {
    return exchange.signer().source();
  }

  @Override
  public long asker() {
    return exchange.signer().asker();
  }

  @Override
  public void awaitRegion(Execution execution) {
    region.get(execution.cancellation());
  }

  @Override
  public long askerNow(Execution execution) {
    return exchange.signer().askerNow(endpoint.get().isTrusted(), execution.cancellation());
  }

  @Override
  public <R> Page<R> list(ListRequest request, JobReader<R> reader, Execution execution) {
    awaitRegion(execution);
    final Call call = Call.list(endpoint.get(), request, region());
    return call(call, execution, parser -> page(parser, reader), page -> page.rows().size());
  }

  @Override
  public <R> R get(String jobArn, JobReader<R> reader, Execution execution) {
    awaitRegion(execution);
    return call(Call.get(endpoint.get(), jobArn, region()), execution, reader, job -> 1);
  }

  private <T> T call(Call call, Execution execution, JobReader<T> reader, ToIntFunction<T> jobsIn) {
    exchange.signer().withheld(call).ifPresent(execution::warn);
    final OpenCall open = new OpenCall(call, execution.caller());
    try {
      final T result =
          execution.limited(
              () -> {
                try (Cancellation.Scope scope = execution.callScope()) {
                  final Execution within = execution.within(scope);
                  return retry.call(
                      scope.cancellation(),
                      () -> decoded(call, exchange.send(open, within), reader));
                }
              });
      calls.add(open.succeeded(jobsIn.applyAsInt(result)));
      return result;
    } catch (ApiException failure) {
      if (open.wasSent()) {
        calls.add(open.failed(failure));
      }
      throw failure;
    }
  }

  private <T> T decoded(Call call, HttpResponse<byte[]> answer, JobReader<T> reader) {
    try (JsonParser parser = json.createParser(answer.body())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ApiException(Kind.BAD_ANSWER, "the answer is not a JSON object");
      }
      return reader.read(parser);
    } catch (JsonEOFException e) {
      throw failure(Kind.CONNECTION_LOST, call, answer, "the answer ends too early", e);
    } catch (JsonProcessingException e) {
      final String place = "line %d, column %d";
      throw failure(
          Kind.BAD_ANSWER,
          call,
          answer,
          "the answer is not JSON at "
              + place.formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          null); // its text quotes the answer
    } catch (IOException e) {
      throw failure(Kind.BAD_ANSWER, call, answer, "the answer cannot be read", e);
    } catch (ApiException e) {
      throw failure(e.kind(), call, answer, e.getMessage(), e);
    }
  }

  private static ApiException failure(
      Kind kind, Call call, HttpResponse<?> answer, String text, Exception cause) {
    return new ApiException(
        kind,
        kind.name(),
        call.failed() + ": " + text + " " + call.where(answer),
        answer.statusCode(),
        Duration.ZERO,
        Call.requestId(answer),
        cause);
  }

  private static <R> Page<R> page(JsonParser parser, JobReader<R> reader) throws IOException {
    final List<R> rows = new ArrayList<>();
    String nextToken = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      final String name = parser.currentName();
      final JsonToken value = parser.nextToken();
      if (name.equals("nextToken") && value == JsonToken.VALUE_STRING) {
        nextToken = parser.getText();
      } else if (name.equals("invocationJobSummaries") && value == JsonToken.START_ARRAY) {
        readJobs(parser, reader, rows);
      } else if ((name.equals("nextToken") || name.equals("invocationJobSummaries"))
          && value != JsonToken.VALUE_NULL) {
        throw new ApiException(Kind.BAD_ANSWER, "'" + name + "' is of an unexpected type");
      } else {
        parser.skipChildren();
      }
    }
    return new Page<>(rows, Optional.ofNullable(nextToken));
  }

  private static <R> void readJobs(JsonParser parser, JobReader<R> reader, List<R> rows)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new ApiException(Kind.BAD_ANSWER, "'invocationJobSummaries' holds no objects");
      }
      rows.add(reader.read(parser));
    }
  }
}
