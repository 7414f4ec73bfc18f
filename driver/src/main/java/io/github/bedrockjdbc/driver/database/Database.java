package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.driver.plan.Planning;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** What connections of equal settings share: the engine and the plans over it. */
public final class Database implements AutoCloseable {
  private final Engine engine;
  private final Planning planning;
  private final PlanCache plans;
  private final CompletableFuture<Void> preparation;
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong queries = new AtomicLong();

  /**
   * Who connects will query: what that takes begins now, beside what else a connection needs. Most
   * of it is loading classes, so that only a JVM's first query waits for it at all.
   */
  Database(Config config) {
    this.engine = new Engine(config);
    this.planning = new Planning(engine);
    this.plans = new PlanCache(planning);
    this.preparation = planning.prepare();
    engine.prepare();
  }

  public Engine engine() {
    return engine;
  }

  public Planning planning() {
    return planning;
  }

  public PlanCache plans() {
    return plans;
  }

  /**
   * To be called before anything of Calcite's is touched. Its classes need one another: two threads
   * that begin with different ones could wait for each other without end.
   */
  public void awaitPreparation(Cancellation cancellation) {
    if (!preparation.isDone()) {
      cancellation.await(preparation.copy()); // others wait for it as well
    }
  }

  /** A number for a new connection, from 1. */
  public long nextConnection() {
    return connections.incrementAndGet();
  }

  /** A number for a query that is executed, from 1, whichever connection executes it. */
  public long nextQuery() {
    return queries.incrementAndGet();
  }

  @Override
  public void close() {
    planning.close();
    engine.close();
  }
}
