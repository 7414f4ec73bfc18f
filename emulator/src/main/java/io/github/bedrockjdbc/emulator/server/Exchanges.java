package io.github.bedrockjdbc.emulator.server;

import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.Api;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.service.Service;
import io.github.bedrockjdbc.emulator.service.Setting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Sees each request through: log, faults, latency, answer. */
public final class Exchanges {
  private static final Duration FOREVER = Duration.ofDays(365);

  private final Service service;
  private final Supplier<Setting> setting;
  private final Clock clock;
  private final RequestLog log = new RequestLog();
  private final FaultQueue faults = new FaultQueue();
  private final Gauge open = new Gauge("open exchanges");

  public Exchanges(Service service, Supplier<Setting> setting, Clock clock) {
    this.clock = clock;
    this.service = service;
    this.setting = setting;
  }

  public RequestLog log() {
    return log;
  }

  public FaultQueue faults() {
    return faults;
  }

  /** Requests without a whole answer. */
  public Gauge open() {
    return open;
  }

  /**
   * Answers one request.
   *
   * @throws IOException if the client went away
   */
  void exchange(HttpRequest request, Client client) throws IOException {
    open.add(1);
    final RecordedRequest recorded = log.add(request);
    try {
      final Reply reply = reply(request, recorded, client);
      final Answer answer = reply.answer();
      final boolean silent = reply.delivery().isSilent();
      log.change(
          recorded.sequence(),
          entry -> entry.answered(silent ? 0 : answer.status(), answer.errorType(), answer.rows()));
      client.send(reply, request);
    } catch (IOException e) {
      log.change(recorded.sequence(), RecordedRequest::abandoned);
      throw e;
    } finally {
      open.add(-1);
    }
  }

  private Reply reply(HttpRequest request, RecordedRequest recorded, Client client)
      throws IOException {
    final Optional<Fault> fault = faults.next(recorded);
    if (fault.isPresent() && fault.get() instanceof Fault.Hang hang) {
      client.hold(hang.released(), FOREVER);
    }
    final Setting now = setting.get();
    client.hold(new CountDownLatch(1), now.latency(recorded.operation()));
    final Supplier<Answer> right =
        () -> own(service.answer(request, recorded.requestId(), now), recorded);
    return fault
        .map(each -> faulty(each, right, recorded))
        .orElseGet(() -> Reply.whole(right.get()));
  }

  private Reply faulty(Fault fault, Supplier<Answer> right, RecordedRequest recorded) {
    if (fault instanceof Fault.Reset reset) {
      return new Reply(
          right.get(), reset.midway() ? Reply.Delivery.RESET_MIDWAY : Reply.Delivery.RESET_FIRST);
    }
    if (fault instanceof Fault.Truncate) {
      return new Reply(right.get(), Reply.Delivery.CUT);
    }
    if (fault instanceof Fault.Close) {
      return new Reply(right.get(), Reply.Delivery.NOTHING);
    }
    if (fault instanceof Fault.Endless endless) {
      final Answer start = new Answer(endless.code(), Map.of(), endless.start(), null, 0);
      return new Reply(own(start, recorded), Reply.Delivery.ENDLESS, Optional.of(endless));
    }
    if (fault instanceof Fault.Custom custom) {
      final Answer bare = new Answer(custom.code(), Map.of(), custom.body(), null, 0);
      return Reply.whole(own(bare, recorded).with(custom.headers()));
    }
    if (fault instanceof Fault.ProxyPage page) {
      final String body = "<html><body><h1>" + page.code() + "</h1></body></html>\n";
      return Reply.whole(
          new Answer(page.code(), Map.of("Content-Type", "text/html"), body, null, 0));
    }
    return Reply.whole(own(instead(fault, recorded).orElseGet(right), recorded));
  }

  /** With what every answer of the service has. */
  private Answer own(Answer answer, RecordedRequest recorded) {
    final String now =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC));
    return answer
        .with(recorded.operation().api().ownHeaders(recorded.requestId()))
        .with("Date", now);
  }

  /** The service's answer in a fault's place; empty if the fault lets the right one pass. */
  private static Optional<Answer> instead(Fault fault, RecordedRequest recorded) {
    final Api api = recorded.operation().api();
    if (fault instanceof Fault.Throttle throttle) {
      final ServiceError throttled = api.throttled().retryAfter(throttle.retryAfter());
      return Optional.of(throttled.answer(api, recorded.requestId()));
    }
    if (fault instanceof Fault.Status status) {
      return Optional.of(
          new ServiceError(status.code(), status.type(), status.message())
              .answer(api, recorded.requestId()));
    }
    if (fault instanceof Fault.Malformed malformed) {
      return Optional.of(api.json(malformed.body(), 0));
    }
    if (fault instanceof Fault.Redirect redirect) {
      return Optional.of(new Answer(302, Map.of("Location", redirect.location()), "", null, 0));
    }
    return Optional.empty();
  }
}
