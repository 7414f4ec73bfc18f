package io.github.bedrockjdbc.adapter.api.auth;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Commands that look up an account's credentials just now. Safe for several threads. */
public final class RunningCommands {
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  void add(Process process) {
    running.add(process);
  }

  /** Ends one with all that it started, which may be what keeps its output open. */
  void end(Process process) {
    running.remove(process);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  void endAll() {
    running.forEach(this::end);
  }
}
