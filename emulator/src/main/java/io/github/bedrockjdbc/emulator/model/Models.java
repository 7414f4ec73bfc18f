package io.github.bedrockjdbc.emulator.model;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.ModelKnob;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.Api;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.json.Json;
import io.github.bedrockjdbc.emulator.json.Members;
import io.github.bedrockjdbc.emulator.query.Given;
import io.github.bedrockjdbc.emulator.query.Oddities;
import io.github.bedrockjdbc.emulator.query.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ListFoundationModels} and {@code ListInferenceProfiles}. */
public final class Models {
  private static final String TYPE = "type";
  private static final String LENGTH = "maxResults";

  private final List<ModelCard> models;
  private final Profiles profiles;

  /** Models whose lives lie around that instant. */
  public Models(Instant around) {
    models = Catalogue.around(around);
    profiles = new Profiles(models);
  }

  /**
   * Answers the one.
   *
   * @throws ServiceError if it is refused
   */
  public Answer models(HttpRequest request, Caller caller, Behavior behavior) {
    if (behavior.get(ModelKnob.MODELS_REFUSED).test(caller)) {
      throw ServiceError.denied(caller, Operation.LIST_MODELS, "*");
    }
    final ModelFilter filter = ModelFilter.of(request, behavior);
    final Oddities oddities = new Oddities(behavior);
    final List<Map<String, Object>> summaries =
        models.stream()
            .filter(model -> !behavior.get(ModelKnob.RETIRED).contains(model.id()))
            .filter(filter)
            .map(
                model ->
                    oddities.applied(
                        behavior.isOdd(model.id().hashCode()), model.members(caller.region())))
            .toList();
    final Map<String, Object> members = new Members().with("modelSummaries", summaries).map();
    return Api.BEDROCK.json(Json.text(oddities.whole(members)), summaries.size());
  }

  /**
   * Answers the other.
   *
   * @throws ServiceError if it is refused
   */
  public Answer profiles(HttpRequest request, Caller caller, Behavior behavior) {
    if (behavior.get(ModelKnob.PROFILES_REFUSED).test(caller)) {
      throw ServiceError.denied(caller, Operation.LIST_PROFILES, "*");
    }
    final Given given = Given.of(request, List.of(LENGTH, Given.TOKEN, TYPE));
    final int most = given.number(LENGTH, 1, 1000).orElse(1000);
    given.token();
    given.oneOf(TYPE, List.of(ProfileCard.SYSTEM, ProfileCard.APPLICATION));
    given.throwViolations();

    final List<ProfileCard> wanted = wanted(given, caller, behavior);
    final int start =
        given
            .text(Given.TOKEN)
            .map(token -> Given.opened(token, caller, "profiles" + given.others()).next())
            .orElse(0);
    final int end =
        Math.min(wanted.size(), start + Math.min(most, behavior.get(ModelKnob.PAGE_CAP)));
    final Oddities oddities = new Oddities(behavior);
    final List<Map<String, Object>> summaries =
        wanted.subList(start, end).stream()
            .map(
                profile ->
                    oddities.applied(behavior.isOdd(profile.id().hashCode()), profile.members()))
            .toList();
    final Members members = new Members().with("inferenceProfileSummaries", summaries);
    if (end < wanted.size()) {
      final Tokens.Position next = new Tokens.Position(end, 0);
      members.with("nextToken", Tokens.seal(next, caller, "profiles" + given.others()));
    }
    return Api.BEDROCK.json(Json.text(oddities.whole(members.map())), summaries.size());
  }

  private List<ProfileCard> wanted(Given given, Caller caller, Behavior behavior) {
    final Set<String> ignored = behavior.get(Knob.IGNORED_PARAMETERS);
    final Optional<String> type =
        given
            .text(TYPE)
            .filter(each -> !ignored.contains(TYPE))
            .or(
                () ->
                    behavior.get(ModelKnob.ALL_TYPES)
                        ? Optional.empty()
                        : Optional.of(ProfileCard.SYSTEM));
    return profiles.of(caller).stream()
        .filter(profile -> type.map(profile.type()::equals).orElse(true))
        .toList();
  }
}
