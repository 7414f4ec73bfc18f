package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.Config;
import io.github.bedrockjdbc.adapter.Engine;

/** What connections of equal settings share: the engine and the plans over it. */
final class Database implements AutoCloseable {
  private final Engine engine;
  private final Planning planning;
  private final PlanCache plans;

  Database(Config config) {
    this.engine = new Engine(config);
    this.planning = new Planning(engine);
    this.plans = new PlanCache(planning);
  }

  Engine engine() {
    return engine;
  }

  Planning planning() {
    return planning;
  }

  PlanCache plans() {
    return plans;
  }

  @Override
  public void close() {
    engine.close();
  }
}
