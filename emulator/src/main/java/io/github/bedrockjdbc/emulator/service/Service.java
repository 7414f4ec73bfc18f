package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.auth.SignatureCheck;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two operations, from a request to its answer. */
public final class Service {
  private final SignatureCheck signatures;
  private final World world;

  public Service(SignatureCheck signatures, World world) {
    this.signatures = signatures;
    this.world = world;
  }

  /** The right answer, or the service's refusal. */
  public Answer answer(HttpRequest request, Setting setting) {
    try {
      return switch (Operation.of(request)) {
        case LIST -> list(request, setting);
        case GET -> get(request, setting);
        case OTHER -> throw new ServiceError(404, "UnknownOperationException", "Unknown operation");
      };
    } catch (ServiceError refusal) {
      return refusal.answer();
    }
  }

  private Answer list(HttpRequest request, Setting setting) {
    final Behavior behavior = setting.behavior();
    final Caller caller = admitted(request, setting);
    if (behavior.get(Knob.LIST_REFUSED).test(caller)) {
      throw ServiceError.denied(caller, Operation.LIST, "*");
    }
    final ListCall call = Parameters.list(request);
    final Moment moment = world.shelf(caller).nextMoment(behavior);
    final Pages.Page page = Pages.page(caller, call, moment, behavior);
    final Oddities oddities = new Oddities(behavior);
    final List<Map<String, Object>> summaries =
        page.jobs().stream().map(job -> oddities.applied(job, JobJson.summary(job))).toList();
    final Map<String, Object> members = new LinkedHashMap<>();
    // An empty list may be left out; the service's model allows it. Beside fields that nobody knows
    // it is not: without list and token nothing would tell the answer from another operation's.
    if (!summaries.isEmpty()
        || !behavior.get(Knob.EMPTY_PAGES)
        || behavior.get(Knob.UNKNOWN_FIELDS)) {
      members.put("invocationJobSummaries", summaries);
    }
    page.token().ifPresent(token -> members.put("nextToken", token));
    return Answer.jobs(Json.text(oddities.whole(members)), summaries.size());
  }

  private Answer get(HttpRequest request, Setting setting) {
    final Behavior behavior = setting.behavior();
    final Caller caller = admitted(request, setting);
    final String arn = Parameters.identifier(request);
    final Job job =
        world
            .shelf(caller)
            .nextMoment(behavior)
            .find(arn)
            .orElseThrow(
                () ->
                    new ServiceError(
                        404,
                        "ResourceNotFoundException",
                        "Could not find the model invocation job " + arn));
    if (behavior.get(Knob.GET_REFUSED).test(job)) {
      throw ServiceError.denied(caller, Operation.GET, job.jobArn());
    }
    final Map<String, Object> detail = new Oddities(behavior).applied(job, JobJson.detail(job));
    return Answer.jobs(Json.text(detail), 1);
  }

  private Caller admitted(HttpRequest request, Setting setting) {
    final Caller caller = signatures.check(request, setting.behavior().get(Knob.EXPIRED_KEYS));
    setting.admit();
    return caller;
  }
}
