package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The README, whose generated parts stand between {@code <!-- name -->} and {@code <!-- end -->}.
 */
record Readme(String text) {
  static final Path FILE = Project.ROOT.resolve("README.md");

  private static final Pattern PART =
      Pattern.compile("(?s)(<!-- ([a-z-]+) -->\n)(.*?)(<!-- end -->)");

  static Readme read() throws IOException {
    return new Readme(Files.readString(FILE));
  }

  /** The names of the generated parts, in order. */
  List<String> parts() {
    return PART.matcher(text).results().map(part -> part.group(2)).toList();
  }

  String part(String name) {
    return PART.matcher(text)
        .results()
        .filter(part -> part.group(2).equals(name))
        .map(part -> part.group(3))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("README has no part " + name));
  }

  Readme with(String name, String content) {
    return new Readme(
        PART.matcher(text)
            .replaceAll(
                part ->
                    Matcher.quoteReplacement(
                        part.group(1)
                            + (part.group(2).equals(name) ? content : part.group(3))
                            + part.group(4))));
  }

  static String block(String language, String content) {
    return "```" + language + "\n" + content.stripTrailing() + "\n```\n";
  }

  /** The lines between the tags of a source file, without what they are indented by. */
  static String snippet(Path source, String tag) throws IOException {
    final List<String> lines = Files.readAllLines(source);
    final int from = lines.indexOf("    // tag::" + tag) + 1;
    final int to = lines.indexOf("    // end::" + tag);
    if (from < 1 || to < from) {
      throw new IllegalStateException(String.format(Locale.ROOT, "No %s in %s", tag, source));
    }
    return lines.subList(from, to).stream().collect(joining("\n")).stripIndent();
  }
}
