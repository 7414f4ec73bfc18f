package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.DataContext;

/**
 * The scans of one statement, which are to see the jobs at one moment.
 *
 * @param queries one for each scan of these settings
 * @param isStreamed whether the only one gives its rows to the client as it asks for them; else all
 *     rows are computed with
 */
public record StatementScans(List<JobQuery> queries, boolean isStreamed) {
  private static final String NAME = "bedrock.scans";

  /** Notes a scan that generated code reads, among the objects that go with the code. */
  public static void note(Map<String, Object> stash, Engine engine, JobQuery query) {
    final Noted noted = (Noted) stash.computeIfAbsent(NAME, name -> new Noted(new ArrayList<>()));
    noted.scans.add(new Scan(engine, query));
  }

  /**
   * Those of a statement.
   *
   * @param own the scan that asks
   */
  static StatementScans of(DataContext context, Engine engine, JobQuery own) {
    return context.get(NAME) instanceof Noted noted
        ? new StatementScans(
            noted.scans.stream()
                .filter(scan -> scan.engine.equals(engine))
                .map(Scan::query)
                .distinct()
                .toList(),
            false)
        : new StatementScans(List.of(own), true);
  }

  private record Noted(List<Scan> scans) {}

  private record Scan(Engine engine, JobQuery query) {}
}
