package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.profiles.ProfileFile;

/** The text of one of the AWS tools' files; says where it is wrong, and quotes nothing of it. */
final class AwsFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** How the SDK's reader begins what it complains of, and the same in other words. */
  private static final Map<String, String> COMPLAINTS =
      Map.of(
          "Profile definition must end", "a line that begins with [ needs a ] at its end",
          "Section definition must end", "a line that begins with [ needs a ] at its end",
          "Expected a profile definition", "a setting precedes the first [section]",
          "Expected a profile or property", "an indented line has no setting above it",
          "Expected an '=' sign", "a line is neither a [section] nor key = value",
          "Property did not have a name", "a line has no key before its =");

  final Path path;
  private final ProfileFile.Type type;
  private final String text;

  AwsFile(Path path, ProfileFile.Type type, String text) {
    this.path = path;
    this.type = type;
    this.text = text;
  }

  ProfileFile parsed() {
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw malformed(1, "it begins with a byte order mark: save it as UTF-8 without one", null);
    }
    if (text.indexOf('\0') >= 0) {
      throw malformed(1, "it is not UTF-8 (UTF-16, perhaps): save it as UTF-8", null);
    }
    try {
      return parsed(text);
    } catch (RuntimeException e) {
      final String complaint = String.valueOf(e.getMessage());
      throw malformed(
          firstBadLine(),
          COMPLAINTS.entrySet().stream()
              .filter(each -> complaint.startsWith(each.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("a line is not of the form of AWS files"),
          e);
    }
  }

  private ProfileFile parsed(String part) {
    return ProfileFile.builder().type(type).content(part).build();
  }

  /** The last line of the shortest beginning that cannot be read. */
  private int firstBadLine() {
    final List<String> lines = text.lines().toList();
    int good = 0;
    int bad = lines.size();
    while (bad - good > 1) {
      final int middle = (good + bad) / 2;
      try {
        parsed(lines.stream().limit(middle).collect(Collectors.joining("\n")));
        good = middle;
      } catch (RuntimeException e) {
        bad = middle;
      }
    }
    return bad;
  }

  private ApiException malformed(int line, String complaint, Throwable cause) {
    return new ApiException(
        Kind.SETTING,
        "The AWS file %s cannot be read: line %d: %s".formatted(path, line, complaint),
        cause);
  }

  /** In which line a profile begins. */
  Optional<Integer> line(String profile) {
    final List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      final String title = lines.get(i).replaceAll("[#;].*", "").strip();
      if (title.startsWith("[") && title.endsWith("]")) {
        final String name = title.substring(1, title.length() - 1).strip();
        if (name.equals(profile) || name.matches("profile\\s+\\Q" + profile + "\\E")) {
          return Optional.of(i + 1);
        }
      }
    }
    return Optional.empty();
  }
}
