package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Alternatives;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.predicate.And;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.Bounds;
import io.github.bedrockjdbc.adapter.predicate.ColumnPredicate;
import io.github.bedrockjdbc.adapter.predicate.Or;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.pushdown.BoundRequests;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests of a query as they would go out now, before anything is executed. */
final class PlannedRequests {
  private static final String LIST = ApiOperation.LIST.wireName();
  private static final String GET = ApiOperation.GET.wireName();

  /** Stands for what only an execution knows. */
  private static final String OPEN = "?";

  private final JobQuery query;
  private final SourceFacts source;
  private final int pageSize;

  private PlannedRequests(JobQuery query, SourceFacts source, int pageSize) {
    this.query = query;
    this.source = source;
    this.pageSize = pageSize;
  }

  /** One text for each request; none if no job can match. */
  static List<String> of(JobQuery query, JobsTable jobs) {
    final List<Source> sources = jobs.sources();
    final Map<String, List<String>> sourcesByRequest = new LinkedHashMap<>();
    for (Source source : sources) {
      new PlannedRequests(query, source.factsWhenPlanned(), jobs.pageSize())
          .all()
          .forEach(
              request ->
                  sourcesByRequest
                      .computeIfAbsent(request, r -> new ArrayList<>())
                      .add(source.toString()));
    }
    return sourcesByRequest.entrySet().stream()
        .map(entry -> entry.getKey() + in(entry.getValue(), sources.size()))
        .toList();
  }

  private static String in(List<String> some, int all) {
    if (all == 1) {
      return "";
    }
    return some.size() == all
        ? " in each of " + all + " regions and accounts"
        : some.stream().collect(Collectors.joining("; ", " in ", ""));
  }

  private List<String> all() {
    try {
      return known();
    } catch (Binding.UnknownParameterException e) {
      return open();
    }
  }

  private List<String> known() {
    final BoundRequests walks = walks(query);
    final List<String> requests = new ArrayList<>();
    walks.requests().forEach(request -> requests.add(LIST + " " + request));
    walks.lookups().forEach(arn -> requests.add(GET + " " + arn));
    return requests;
  }

  private BoundRequests walks(JobQuery of) {
    return BoundRequests.open(of, Binding.whenPlanned(), source, pageSize);
  }

  private List<String> open() {
    return branches(query.filter()).stream()
        .map(branch -> branch.text(common()))
        .distinct()
        .toList();
  }

  /** What all requests have: how many rows, and their order. */
  private Map<RequestParameter, String> common() {
    final Map<RequestParameter, String> common = new EnumMap<>(RequestParameter.class);
    final JobQuery unlimited =
        new JobQuery(
            And.TRUE, List.of(), query.order(), Optional.empty(), query.projection(), false);
    common.putAll(walks(unlimited).requests().get(0).parameters());
    if (query.limit().isPresent()) {
      common.put(RequestParameter.MAX_RESULTS, OPEN);
    }
    return common;
  }

  private List<Branch> branches(Predicate predicate) {
    try {
      final BoundRequests walks = walks(JobQuery.EVERYTHING.withFilter(predicate));
      final List<Branch> branches = new ArrayList<>();
      walks.requests().forEach(request -> branches.add(Branch.of(request)));
      walks.lookups().forEach(arn -> branches.add(new Branch(Map.of(), Optional.of(arn))));
      return branches;
    } catch (Binding.UnknownParameterException e) {
      return predicate.accept(new OpenBranches());
    }
  }

  /** The branches of a predicate some of whose values are not known yet. */
  private final class OpenBranches implements Predicate.Visitor<List<Branch>> {
    @Override
    public List<Branch> visit(And and) {
      List<Branch> all = List.of(Branch.ANY);
      for (Predicate one : Bounds.joined(and.all(), Binding.whenPlanned())) {
        final List<Branch> more = branches(one);
        all = few(all.stream().flatMap(branch -> more.stream().map(branch::and)));
      }
      return all;
    }

    @Override
    public List<Branch> visit(Or or) {
      return few(or.any().stream().flatMap(one -> branches(one).stream()));
    }

    @Override
    public List<Branch> visit(ColumnPredicate predicate) {
      return List.of(
          predicate.isLookup()
              ? new Branch(Map.of(), Optional.of(OPEN))
              : new Branch(
                  predicate.parameters().stream()
                      .collect(Collectors.toMap(each -> each, each -> OPEN)),
                  Optional.empty()));
    }
  }

  /** More than what is sent at most are asked for as one. */
  private static List<Branch> few(Stream<Branch> branches) {
    final List<Branch> few = branches.distinct().limit(Alternatives.MOST + 1L).toList();
    return few.size() > Alternatives.MOST ? List.of(Branch.ANY) : few;
  }

  /**
   * What one request says of the jobs that it wants.
   *
   * @param arn if the job is asked for by itself
   */
  private record Branch(Map<RequestParameter, String> parameters, Optional<String> arn) {
    static final Branch ANY = new Branch(Map.of(), Optional.empty());

    static Branch of(ListRequest request) {
      final Map<RequestParameter, String> constraints = new EnumMap<>(RequestParameter.class);
      constraints.putAll(request.parameters());
      constraints.remove(RequestParameter.MAX_RESULTS);
      return new Branch(constraints, Optional.empty());
    }

    Branch and(Branch other) {
      final Map<RequestParameter, String> both = new EnumMap<>(RequestParameter.class);
      both.putAll(parameters);
      other.parameters.forEach(
          (parameter, value) ->
              both.merge(parameter, value, (one, two) -> one.equals(two) ? one : OPEN));
      return new Branch(both, arn.or(other::arn));
    }

    String text(Map<RequestParameter, String> common) {
      if (arn.isPresent()) {
        return GET + " " + arn.get();
      }
      final Map<RequestParameter, String> all = new EnumMap<>(RequestParameter.class);
      all.putAll(common);
      all.putAll(parameters);
      return all.entrySet().stream()
          .map(entry -> entry.getKey().wireName() + "=" + entry.getValue())
          .collect(Collectors.joining(" ", LIST + " ", ""));
    }
  }
}
