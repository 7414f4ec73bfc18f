package io.github.bedrockjdbc.adapter.engine;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.OnUnreachable;
import io.github.bedrockjdbc.adapter.config.Property;

/** Which sources one execution goes on without. Safe for several threads. */
public final class SkippedSources {
  private final Config config;
  private final int sources;
  private final Execution execution;
  private int skipped;
  private ApiException first;

  /**
   * @param sources how many are asked; not all of them may be left out
   */
  public SkippedSources(Config config, int sources, Execution execution) {
    this.config = config;
    this.sources = sources;
    this.execution = execution;
  }

  /** Leaves out a source whose first request failed, or throws why not. */
  public synchronized void skip(Source source, ApiException failure) {
    if (!maySkip(source, failure)) {
      throw failure;
    }
    first = first == null ? failure : first;
    skipped++;
    if (skipped == sources) {
      throw first;
    }
    source.asked().skipped();
    execution.warn("Skipped " + source + ", which could not be queried: " + failure.getMessage());
  }

  /** A region that is not enabled for an account does not know its credentials. */
  private boolean maySkip(Source source, ApiException failure) {
    final boolean isNotEnabled =
        failure.kind() == Kind.UNAUTHENTICATED && config.isOneOfMany(source.region());
    return !SourceStats.OF_THE_QUERY.contains(failure.kind())
        && (isNotEnabled || config.get(Property.ON_UNREACHABLE) == OnUnreachable.SKIP);
  }
}
