package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation. Its checked parts stand between {@code <!-- name -->} and {@code
 * <!-- end -->}.
 */
record Page(Path file, String text) {
  private static final Pattern PART =
      Pattern.compile("(?s)(<!-- ([a-z-]+) -->\n)(.*?)(<!-- end -->)");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

  static Page read(Path file) throws IOException {
    return new Page(file, Files.readString(file));
  }

  /** The names of the checked parts, in order. */
  List<String> parts() {
    return PART.matcher(text).results().map(part -> part.group(2)).toList();
  }

  Optional<String> part(String name) {
    return PART.matcher(text)
        .results()
        .filter(part -> part.group(2).equals(name))
        .map(part -> part.group(3))
        .findFirst();
  }

  Page with(String name, String content) {
    return new Page(
        file,
        PART.matcher(text)
            .replaceAll(
                part ->
                    Matcher.quoteReplacement(
                        part.group(1)
                            + (part.group(2).equals(name) ? content : part.group(3))
                            + part.group(4))));
  }

  /** What the fenced blocks of a language hold. */
  Stream<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2));
  }

  Stream<MatchResult> find(Pattern pattern) {
    return pattern.matcher(text).results();
  }

  static String block(String language, String content) {
    return "```" + language + "\n" + content.stripTrailing() + "\n```\n";
  }

  /** The lines between the tags of a source file, without their common indentation. */
  static String snippet(Path source, String tag) throws IOException {
    final List<String> lines = Files.readAllLines(source);
    final int from = lines.indexOf("    // tag::" + tag) + 1;
    final int to = lines.indexOf("    // end::" + tag);
    if (from < 1 || to < from) {
      throw new IllegalStateException(String.format(Locale.ROOT, "No %s in %s", tag, source));
    }
    return lines.subList(from, to).stream().collect(joining("\n")).stripIndent();
  }

  @Override
  public String toString() {
    return Project.ROOT.relativize(file).toString();
  }
}
