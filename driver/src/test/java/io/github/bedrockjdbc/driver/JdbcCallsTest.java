package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every method of JDBC's interfaces in every state, beside what its documentation says. */
class JdbcCallsTest {
  private static final Path TABLE = Path.of("src/test/resources/jdbc-calls.txt");

  /** Written by the JDK for texts alone. */
  private static final Set<String> OF_TEXTS =
      Set.of("enquoteIdentifier", "enquoteLiteral", "enquoteNCharLiteral", "isSimpleIdentifier");

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(3);

  /**
   * What a table says of one object.
   *
   * @param states in their order
   * @param expected by call, for each state
   */
  private record Section(List<String> states, Map<JdbcCall, List<String>> expected) {}

  @ParameterizedTest
  @EnumSource
  void everyCallGivesWhatIsDocumented(JdbcObject object) throws Exception {
    final Section section = sections().get(object);
    final List<String> wrongs = new ArrayList<>();
    try (Connection shared = DriverManager.getConnection(Urls.of(emulator))) {
      for (Map.Entry<JdbcCall, List<String>> line : section.expected().entrySet()) {
        for (int i = 0; i < section.states().size(); i++) {
          final String state = section.states().get(i);
          final String outcome =
              line.getKey().outcome(object.in(state, emulator, shared), object.text());
          if (!isMeant(outcome, line.getValue().get(i))) {
            wrongs.add(
                line.getKey() + ", " + state + ": " + outcome + ", not " + line.getValue().get(i));
          }
        }
      }
    }
    assertThat(wrongs).isEmpty();
  }

  private static boolean isMeant(String outcome, String expected) {
    return expected.equals("any")
        ? !outcome.startsWith("!!") && !Set.of("!null", "!HY000").contains(outcome)
        : Arrays.asList(expected.split(" or ", -1)).contains(outcome);
  }

  @ParameterizedTest
  @EnumSource
  void noMethodIsLeftOut(JdbcObject object) throws IOException {
    final Set<String> missing =
        Arrays.stream(object.type().getMethods())
            .filter(method -> !OF_TEXTS.contains(method.getName()))
            .map(Method::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    for (JdbcCall call : sections().get(object).expected().keySet()) {
      if (!call.hasGiven()) {
        missing.remove(call.method().toString());
      }
    }
    assertThat(missing).isEmpty();
  }

  /** What a section writes out counts more than its patterns, and these more than the other one. */
  private static Map<JdbcObject, Section> sections() throws IOException {
    final Map<JdbcObject, Section> sections = new EnumMap<>(JdbcObject.class);
    final Map<JdbcCall, List<String>> written = new LinkedHashMap<>();
    JdbcObject object = null;
    Section section = null;
    for (String line : Files.readAllLines(TABLE)) {
      final List<String> cells = Arrays.asList(line.split(" \\| ", -1));
      if (line.startsWith("= ")) {
        final String[] names = cells.get(0).substring(2).split(" like ", -1);
        object = JdbcObject.valueOf(names[0]);
        section = new Section(cells.subList(1, cells.size()), new LinkedHashMap<>());
        if (names.length == 2) {
          section.expected().putAll(sections.get(JdbcObject.valueOf(names[1])).expected());
        }
        sections.put(object, section);
        written.clear();
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        assertThat(cells).as(line).hasSize(section.states().size() + 1);
        final List<JdbcCall> calls = JdbcCall.of(object.type(), cells.get(0));
        assertThat(calls).as(line).isNotEmpty();
        final boolean isPattern = cells.get(0).contains("*");
        for (JdbcCall call : calls) {
          if (!isPattern) {
            written.put(call, cells);
          }
          if (!isPattern || !written.containsKey(call)) {
            section.expected().put(call, cells.subList(1, cells.size()));
          }
        }
      }
    }
    return sections;
  }
}
