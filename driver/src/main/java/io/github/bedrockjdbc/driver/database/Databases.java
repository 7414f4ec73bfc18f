package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.config.Config;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The databases in use, one for each set of settings; an unused one is kept for a while. Who comes
 * after AWS files have changed gets a new one.
 */
public final class Databases implements AutoCloseable {
  private final Map<Database, Shared> shared = new HashMap<>();
  private final Map<Config, Database> current = new HashMap<>();
  private final FirstClasses classes = new FirstClasses();
  private final Executor later;
  private boolean closed;

  /**
   * @param later runs what is given to it when an unused database need no longer be kept
   */
  public Databases(Executor later) {
    this.later = later;
  }

  /** Begins, at the first call, with what a first statement needs whatever the settings. */
  public void prepare() {
    classes.begin();
  }

  /** The database for these settings; to be released once for each time. */
  public synchronized Database acquire(Config config) {
    final Database known = current.get(config);
    final Database found =
        known == null || known.engine().isOutdated() ? new Database(config) : known;
    current.put(config, found);
    shared.computeIfAbsent(found, database -> new Shared()).users++;
    return found;
  }

  public void release(Database database) {
    final Runnable end;
    synchronized (this) {
      final Shared found = shared.get(database);
      found.users--;
      if (found.users > 0) {
        return;
      }
      final long releases = ++found.releases;
      end = () -> closeUnused(database, releases);
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
    final Map<Database, Long> kept = new HashMap<>();
    synchronized (this) {
      closed = true;
      shared.forEach((database, found) -> kept.put(database, found.releases));
    }
    kept.forEach(this::closeUnused);
  }

  /** Nobody else waits while one is closed. */
  private void closeUnused(Database database, long releases) {
    synchronized (this) {
      final Shared found = shared.get(database);
      if (found == null || found.users > 0 || found.releases != releases) {
        return;
      }
      shared.remove(database);
      current.remove(database.engine().config(), database);
    }
    database.close();
  }

  private static final class Shared {
    private int users;
    private long releases;
  }
}
