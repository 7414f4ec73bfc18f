package io.github.bedrockjdbc.emulator.tagging;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.TaggingKnob;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobArn;
import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.Api;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.json.Json;
import io.github.bedrockjdbc.emulator.json.Members;
import io.github.bedrockjdbc.emulator.query.Oddities;
import io.github.bedrockjdbc.emulator.query.Tokens;
import io.github.bedrockjdbc.emulator.world.Moment;
import io.github.bedrockjdbc.emulator.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code GetResources}: the tags of jobs. */
public final class Tagging {
  private final World world;

  public Tagging(World world) {
    this.world = world;
  }

  /**
   * A resource with tags.
   *
   * @param tags never empty
   */
  private record Tagged(Job job, Map<String, String> tags) {}

  /**
   * Answers.
   *
   * @throws ServiceError if it is refused
   */
  public Answer resources(HttpRequest request, Caller caller, Behavior behavior) {
    if (behavior.get(TaggingKnob.REFUSED).test(caller)) {
      throw ServiceError.denied(400, caller, "tag:GetResources", "*");
    }
    final ResourceQuery query = ResourceQuery.of(request);
    final List<Tagged> found = found(query, caller, behavior).toList();
    final int length = query.arns().isEmpty() ? query.page() : behavior.get(TaggingKnob.PAGE);
    final String bound = query.arns() + "/" + query.tags() + "/" + query.types();
    final int start = query.token().map(token -> opened(token, caller, bound)).orElse(0);
    final int end = length == 0 ? found.size() : Math.min(found.size(), start + length);
    return answer(
        found.subList(Math.min(start, end), end),
        end < found.size()
            ? Optional.of(Tokens.seal(new Tokens.Position(end, 0), caller, bound))
            : Optional.of("").filter(empty -> behavior.get(TaggingKnob.EMPTY_TOKEN)),
        behavior);
  }

  private static int opened(String token, Caller caller, String bound) {
    return Tokens.open(token, caller, bound)
        .orElseThrow(() -> Body.invalid("The pagination token is invalid"))
        .next();
  }

  private static Answer answer(List<Tagged> page, Optional<String> token, Behavior behavior) {
    final Oddities oddities = new Oddities(behavior);
    final Map<String, Object> members =
        new Members()
            .with("PaginationToken", token.orElse(null))
            .with("ResourceTagMappingList", page.stream().map(Tagging::mapping).toList())
            .map();
    return Api.TAGGING.json(Json.text(oddities.whole(members)), page.size());
  }

  private static Map<String, Object> mapping(Tagged tagged) {
    return new Members()
        .with("ResourceARN", tagged.job().jobArn())
        .with(
            "Tags",
            tagged.tags().entrySet().stream()
                .sorted(Comparator.comparing(tag -> tag.getKey().hashCode()))
                .map(tag -> new Members().with("Key", tag.getKey()).with("Value", tag.getValue()))
                .map(Members::map)
                .toList())
        .map();
  }

  /** In no order that says anything. Where the caller does not ask, its ARNs are nobody's. */
  private Stream<Tagged> found(ResourceQuery query, Caller caller, Behavior behavior) {
    final Moment moment = world.shelf(caller).moment(behavior);
    final Stream<Job> jobs =
        query.arns().isEmpty()
            ? IntStream.range(0, moment.size()).mapToObj(moment::job)
            : query.arns().stream()
                .filter(arn -> JobArn.of(arn).isPresent())
                .flatMap(arn -> moment.find(arn).stream());
    return jobs.filter(job -> !behavior.get(TaggingKnob.FORGOTTEN).test(job))
        .map(job -> new Tagged(job, behavior.get(TaggingKnob.TAGS).apply(job)))
        .filter(tagged -> !tagged.tags().isEmpty())
        .filter(tagged -> isWanted(tagged, query))
        .sorted(Comparator.comparing(tagged -> tagged.job().arn().key() * 0x9e3779b97f4a7c15L));
  }

  private static boolean isWanted(Tagged tagged, ResourceQuery query) {
    final boolean type =
        query.types().isEmpty()
            || query.types().contains("bedrock")
            || query.types().contains("bedrock:model-invocation-job");
    return type
        && query.tags().entrySet().stream()
            .allMatch(
                filter ->
                    tagged.tags().containsKey(filter.getKey())
                        && (filter.getValue().isEmpty()
                            || filter.getValue().contains(tagged.tags().get(filter.getKey()))));
  }
}
