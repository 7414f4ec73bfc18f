package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.config.Config;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** The databases in use, one for each set of settings; an unused one is kept for a while. */
public final class Databases implements AutoCloseable {
  private final Map<Config, Shared> shared = new HashMap<>();
  private final Executor later;
  private boolean closed;

  /**
   * @param later runs what is given to it when an unused database need no longer be kept
   */
  public Databases(Executor later) {
    this.later = later;
  }

  /** The database for these settings; to be released once for each time. */
  public synchronized Database acquire(Config config) {
    final Shared found = shared.computeIfAbsent(config, c -> new Shared(new Database(c)));
    found.users++;
    return found.database;
  }

  public void release(Config config) {
    final Runnable end;
    synchronized (this) {
      final Shared found = shared.get(config);
      found.users--;
      if (found.users > 0) {
        return;
      }
      final long releases = ++found.releases;
      end = () -> closeUnused(config, found, releases);
      if (!closed) {
        later.execute(end);
        return;
      }
    }
    end.run();
  }

  /** From now on none is kept: those in use go with their last connection. */
  @Override
  public void close() {
    final Map<Config, Shared> kept;
    synchronized (this) {
      closed = true;
      kept = Map.copyOf(shared);
    }
    kept.forEach((config, found) -> closeUnused(config, found, found.releases));
  }

  /** Nobody else waits while one is closed. */
  private void closeUnused(Config config, Shared found, long releases) {
    synchronized (this) {
      if (found.users > 0 || found.releases != releases || !shared.remove(config, found)) {
        return;
      }
    }
    found.database.close();
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
