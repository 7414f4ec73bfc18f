package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.HttpService;
import io.github.bedrockjdbc.adapter.api.JobReader;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One region, asked with one account's credentials: where walks and lookups go. Keeps what answers
 * tell about it. Safe for several threads.
 */
final class Source implements JobsApi {
  private final JobsApi api;
  private final Optional<String> givenRegion;
  private final CredentialSettings account;
  private final SourceRecord asked = new SourceRecord();
  private volatile String arnPrefix;

  private Source(JobsApi api, Optional<String> givenRegion, CredentialSettings account) {
    this.api = api;
    this.givenRegion = givenRegion;
    this.account = account;
  }

  /** Each region with each account, regions of one account together. */
  static List<Source> all(Config config, HttpService service) {
    final List<Source> sources = new ArrayList<>();
    for (CredentialSettings account : config.accounts()) {
      for (Optional<String> region : config.regions(account)) {
        sources.add(new Source(service.source(region, account), region, account));
      }
    }
    return List.copyOf(sources);
  }

  @Override
  public String region() {
    return api.region();
  }

  @Override
  public Optional<String> credentialSource() {
    return api.credentialSource();
  }

  @Override
  public <R> Page<R> list(ListRequest request, JobReader<R> reader, Execution execution) {
    final Page<R> page = noted(() -> api.list(request, reader, execution));
    asked.jobs(page.rows().size());
    return page;
  }

  @Override
  public <R> R get(String jobArn, JobReader<R> reader, Execution execution) {
    return noted(() -> api.get(jobArn, reader, execution));
  }

  /** A message of the service does not tell in whose name it was asked. */
  private <T> T noted(Supplier<T> call) {
    try {
      return asked.noting(call);
    } catch (ApiException e) {
      throw accountName()
          .filter(name -> !SourceRecord.OF_THE_QUERY.contains(e.kind()))
          .map(name -> e.saying("as " + name))
          .orElse(e);
    }
  }

  /** What was asked of it so far. */
  SourceRecord asked() {
    return asked;
  }

  /** What is known without asking. */
  SourceFacts facts() {
    return facts(() -> Optional.of(region()));
  }

  /** The same before a query is executed, when not even the region need be known. */
  SourceFacts factsWhenPlanned() {
    return facts(() -> givenRegion);
  }

  private SourceFacts facts(Supplier<Optional<String>> region) {
    return new SourceFacts(region.get(), account.accountId(), Optional.ofNullable(arnPrefix));
  }

  /** Takes note of a job's ARN, which tells the account. */
  void note(String jobArn) {
    if (arnPrefix == null && JobArn.isOne(jobArn)) {
      arnPrefix = JobArn.prefix(jobArn);
    }
  }

  /** Whether this is where a job was read that has such an ARN. */
  boolean gave(String jobArn) {
    return arnPrefix != null && jobArn.startsWith(arnPrefix);
  }

  /** The account as the settings name it; empty if they name none. */
  Optional<String> accountName() {
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
