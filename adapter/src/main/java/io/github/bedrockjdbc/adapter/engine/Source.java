package io.github.bedrockjdbc.adapter.engine;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiOperation;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.http.HttpService;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.table.JobArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One region, asked with one account's credentials: where walks and lookups go. Keeps what answers
 * tell about it. Safe for several threads.
 */
public final class Source implements JobsApi {
  private final JobsApi api;
  private final Optional<String> givenRegion;
  private final CredentialSettings account;
  private final SourceStats asked = new SourceStats();
  private final TimeHistograms histograms = new TimeHistograms();
  private final Overfetch overfetch = new Overfetch();
  private volatile ObservedAccount seen = ObservedAccount.NOTHING;

  private Source(JobsApi api, Optional<String> givenRegion, CredentialSettings account) {
    this.api = api;
    this.givenRegion = givenRegion;
    this.account = account;
  }

  /** Each region with each account, regions of one account together. */
  public static List<Source> all(Config config, HttpService service) {
    final List<Source> sources = new ArrayList<>();
    for (CredentialSettings account : config.accounts()) {
      for (Optional<String> region : config.regions(account)) {
        sources.add(new Source(service.source(region, account), region, account));
      }
    }
    return List.copyOf(sources);
  }

  @Override
  public void awaitRegion(Execution execution) {
    api.awaitRegion(execution);
  }

  @Override
  public String region() {
    return api.region();
  }

  @Override
  public Optional<String> credentialSource() {
    return api.credentialSource();
  }

  /** How other services answer says nothing of where jobs are read. */
  @Override
  public <T> T call(ApiRequest<T> request, Execution execution) {
    if (request.operation().service() != ApiService.BEDROCK) {
      return told(() -> api.call(request, execution));
    }
    final T answer = told(() -> asked.noting(() -> api.call(request, execution)));
    if (request.operation() == ApiOperation.LIST) {
      asked.jobs(request.rows().applyAsInt(answer));
    }
    return answer;
  }

  /** A message of the service does not tell in whose name it was asked. */
  private <T> T told(Supplier<T> call) {
    try {
      return call.get();
    } catch (ApiException e) {
      throw accountName()
          .filter(name -> !SourceStats.OF_THE_QUERY.contains(e.kind()))
          .filter(name -> !isToldOfProfile(e.getMessage()))
          .map(name -> e.saying("as " + name))
          .orElse(e);
    }
  }

  /** That is so before the service is asked, and where a command to copy stands at the end. */
  private static boolean isToldOfProfile(String message) {
    return message.matches("(?s)(AWS )?profile '.*|.*; run: .*");
  }

  /** What was asked of it so far. */
  public SourceStats asked() {
    return asked;
  }

  /** What its walks told of when jobs were submitted. */
  public TimeHistograms histograms() {
    return histograms;
  }

  /** What a limited walk in order requested beyond its limit did not show where that is. */
  public void noteSmallOverfetch() {
    overfetch.wereTooFew();
  }

  @Override
  public long asker() {
    return api.asker();
  }

  @Override
  public boolean isAtRateLimit() {
    return api.isAtRateLimit();
  }

  /** In whose name it will be asked, if anything depends on that; else who asked last. */
  @Override
  public long askerNow(Execution execution) {
    try {
      return execution.maxAge().isZero()
              && (seen.equals(ObservedAccount.NOTHING) || account.accountId().isPresent())
          ? api.asker()
          : api.askerNow(execution);
    } catch (ApiException e) {
      if (SourceStats.OF_THE_QUERY.contains(e.kind())) {
        throw e;
      }
      return ObservedAccount.NOBODY; // a request fails for the same reason, and tells it
    }
  }

  /** Whether an asker is known, so that rows can be kept for the same one. */
  public static boolean isKnown(long asker) {
    return asker != ObservedAccount.NOBODY;
  }

  /** Whether a failure is the query's own, such as its end, and tells nothing of the service. */
  public static boolean isOfTheQuery(ApiException failure) {
    return SourceStats.OF_THE_QUERY.contains(failure.kind());
  }

  /**
   * What is known without asking.
   *
   * @param asker in whose name it will be asked: nobody else's account is known
   */
  public SourceFacts facts(long asker) {
    final boolean isFixed = account.accountId().isPresent();
    return facts(Optional.of(region()), seen.prefix(isFixed ? seen.asker() : asker));
  }

  /** The same before a query is executed, when not even the region need be known. */
  public SourceFacts factsWhenPlanned() {
    return facts(givenRegion, seen.prefix(seen.asker()));
  }

  private SourceFacts facts(Optional<String> region, Optional<String> arnPrefix) {
    return new SourceFacts(region, account.accountId(), arnPrefix, overfetch.rows());
  }

  /**
   * Takes note of a job's ARN, which tells the account.
   *
   * @param asker in whose name it was asked for; of no use if others have asked since
   */
  public void note(String jobArn, long asker) {
    if (!seen.isOf(jobArn, asker) && JobArn.isOne(jobArn)) {
      seen =
          new ObservedAccount(
              JobArn.prefix(jobArn), api.asker() == asker ? asker : ObservedAccount.NOBODY);
    }
  }

  /** Whether this is where a job was read that has such an ARN. */
  public boolean gave(String jobArn) {
    return seen.isOf(jobArn);
  }

  /** The account as the settings name it; empty if they name none. */
  public Optional<String> accountName() {
    return account.name();
  }

  /** Which one it is, for people. */
  @Override
  public String toString() {
    return "region "
        + givenRegion.orElse("of the AWS settings")
        + accountName().map(name -> " of " + name).orElse("");
  }
}
