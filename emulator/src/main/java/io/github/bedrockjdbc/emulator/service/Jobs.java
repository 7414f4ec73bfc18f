package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.Api;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.json.Json;
import io.github.bedrockjdbc.emulator.json.Members;
import io.github.bedrockjdbc.emulator.query.Oddities;
import io.github.bedrockjdbc.emulator.world.Moment;
import io.github.bedrockjdbc.emulator.world.World;
import java.util.List;
import java.util.Map;

/** The two operations on jobs. */
final class Jobs {
  /** Of most summaries, in characters. */
  private static final int LENGTH = 1_200;

  private final World world;
  private final KeptSummaries kept = new KeptSummaries();

  Jobs(World world) {
    this.world = world;
  }

  Answer list(HttpRequest request, Caller caller, Behavior behavior) {
    if (behavior.get(Knob.LIST_REFUSED).test(caller)) {
      throw ServiceError.denied(caller, Operation.LIST, "*");
    }
    final ListCall call = ListCall.of(request);
    final Moment moment = world.shelf(caller).nextMoment(behavior);
    final Pages.Page page = Pages.page(caller, call, moment, behavior);
    final Oddities oddities = new Oddities(behavior);
    final List<Object> summaries = page.jobs().stream().map(job -> summary(job, oddities)).toList();
    final Members members = new Members();
    if (behavior.get(Knob.TOKEN_FIRST)) {
      members.with("nextToken", page.token().orElse(null));
    }
    // An empty list may be left out; the service's model allows it. Beside fields that nobody knows
    // it is not: without list and token nothing would tell the answer from another operation's.
    if (!summaries.isEmpty()
        || !behavior.get(Knob.EMPTY_PAGES)
        || behavior.get(Knob.UNKNOWN_FIELDS)) {
      members.with("invocationJobSummaries", summaries);
    }
    members.with("nextToken", page.token().orElse(null));
    return Api.BEDROCK.json(
        Json.text(oddities.whole(members.map()), summaries.size() * LENGTH), summaries.size());
  }

  private Object summary(Job job, Oddities oddities) {
    return oddities.leaves(job) ? kept.of(job) : oddities.applied(job, job.summary());
  }

  Answer get(HttpRequest request, Caller caller, Behavior behavior) {
    final String arn = JobIdentifier.of(request);
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
    final Map<String, Object> detail = new Oddities(behavior).applied(job, job.members());
    return Api.BEDROCK.json(Json.text(detail), 1);
  }
}
