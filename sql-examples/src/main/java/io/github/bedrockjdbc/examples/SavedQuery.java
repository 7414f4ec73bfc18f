package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.Column;
import io.github.bedrockjdbc.examples.output.Output;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A ready-made query, whose file begins with {@code -- Title. Question?}.
 *
 * @param name of its file, without {@code .sql}
 */
record SavedQuery(String name, String title, String question, String sql) {
  private static final String FOLDER = "/queries";
  private static final String SUFFIX = ".sql";

  /** All of them by name. */
  static List<SavedQuery> all() throws IOException {
    final URI folder = location();
    if (folder.getScheme().equals("file")) {
      return in(Path.of(folder));
    }
    try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
      return in(jar.getPath(FOLDER));
    }
  }

  static Optional<SavedQuery> named(String name) throws IOException {
    return all().stream().filter(query -> query.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Writes their names and questions. */
  static void list(Output output) throws IOException {
    final List<SavedQuery> queries = all();
    output.begin(List.of(Column.text("query"), Column.text("answers")));
    for (SavedQuery query : queries) {
      output.row(List.of(query.name(), query.question()));
    }
    output.end(queries.size());
  }

  private static URI location() {
    try {
      return SavedQuery.class.getResource(FOLDER).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The queries are nowhere", e);
    }
  }

  private static List<SavedQuery> in(Path folder) throws IOException {
    final List<SavedQuery> queries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        queries.add(of(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return List.copyOf(queries);
  }

  static SavedQuery of(String file, String sql) {
    final String head = sql.lines().findFirst().orElse("");
    final int stop = head.indexOf(". ");
    if (!file.endsWith(SUFFIX) || !head.startsWith("-- ") || stop < 0 || !head.contains("?")) {
      throw new IllegalStateException(file + " does not begin with -- Title. Question?");
    }
    return new SavedQuery(
        file.substring(0, file.length() - SUFFIX.length()),
        head.substring("-- ".length(), stop),
        head.substring(stop + ". ".length()),
        sql);
  }
}
