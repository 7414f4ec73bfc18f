package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.Config;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** The databases in use, one for each set of settings; an unused one is kept for a while. */
final class Databases {
  private final Map<Config, Shared> shared = new HashMap<>();
  private final Executor later;

  /**
   * @param later runs what is given to it when an unused database need no longer be kept
   */
  Databases(Executor later) {
    this.later = later;
  }

  /** The database for these settings; to be released once for each time. */
  synchronized Database acquire(Config config) {
    final Shared found = shared.computeIfAbsent(config, c -> new Shared(new Database(c)));
    found.users++;
    return found.database;
  }

  synchronized void release(Config config) {
    final Shared found = shared.get(config);
    found.users--;
    if (found.users == 0) {
      final long releases = ++found.releases;
      later.execute(() -> closeUnused(config, found, releases));
    }
  }

  private synchronized void closeUnused(Config config, Shared found, long releases) {
    if (found.users == 0 && found.releases == releases) {
      shared.remove(config, found);
      found.database.close();
    }
  }

  private static final class Shared {
    private final Database database;
    private int users;
    private long releases;

    Shared(Database database) {
      this.database = database;
    }
  }
}
