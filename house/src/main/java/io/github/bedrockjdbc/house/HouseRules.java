package io.github.bedrockjdbc.house;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house, for a module whose rooms are packages below one package. A room is named
 * by what follows that package: {@code "walk"}, {@code "api.http"}, and {@code ""} for the package
 * itself.
 */
public interface HouseRules {
  /** Lines of a file. */
  int LONGEST_FILE = 300;

  /** Types of a room, at the top level. */
  int LARGEST_ROOM = 26;

  /** The module's classes, tests left out. */
  House house();

  /** For each room, the rooms that it may know. */
  Map<String, Set<String>> rooms();

  /** Files that may be longer, with a reason where they are listed. */
  default Set<String> longForAReason() {
    return Set.of();
  }

  /** Public types that no other room of the module names: other modules or generated code do. */
  default Set<String> publicForOthers() {
    return Set.of();
  }

  @Test
  default void roomsKnowOnlyTheRoomsBelow() {
    final Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass type : house().classes()) {
      final String room = house().room(type);
      known.computeIfAbsent(room, r -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        final JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (house().has(target) && !house().room(target).equals(room)) {
          known.get(room).add(house().room(target));
        }
      }
    }
    final Map<String, Set<String>> allowed = new TreeMap<>();
    rooms().forEach((room, others) -> allowed.put(room, new TreeSet<>(others)));
    assertThat(known).isEqualTo(allowed);
  }

  @Test
  default void roomsHaveNoCycle() {
    for (String room : rooms().keySet()) {
      final Set<String> below = new TreeSet<>();
      Set<String> next = rooms().get(room);
      while (!next.isEmpty()) {
        next = next.stream().filter(below::add).collect(Collectors.toSet());
        next = next.stream().flatMap(n -> rooms().get(n).stream()).collect(Collectors.toSet());
      }
      assertThat(below).as("rooms below %s", room).doesNotContain(room);
    }
  }

  @Test
  default void roomsAreSmall() {
    house().classes().stream()
        .filter(House::isOnTop)
        .collect(Collectors.groupingBy(type -> house().room(type), Collectors.counting()))
        .forEach(
            (room, types) ->
                assertThat(types).as("types in %s", room).isLessThanOrEqualTo(LARGEST_ROOM));
  }

  @Test
  default void roomsSayWhatTheyAre() {
    assertThat(rooms().keySet())
        .allSatisfy(room -> assertThat(house().packageInfo(room)).content().contains("/**"));
  }

  /** By imports, since constants leave no trace in the classes that use them. */
  @Test
  default void publicIsWhatAnotherRoomNames() throws IOException {
    final Set<String> imported = new TreeSet<>();
    for (Path file : sources()) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("import ")) {
          imported.add(line.replaceFirst("import (static )?", ""));
        }
      }
    }
    final Set<String> unnamed = new TreeSet<>();
    for (JavaClass type : house().classes()) {
      if (House.isOnTop(type)
          && type.getModifiers().contains(JavaModifier.PUBLIC)
          && imported.stream().noneMatch(name -> name.matches(type.getName() + "[.;].*"))) {
        unnamed.add(type.getSimpleName());
      }
    }
    assertThat(unnamed).isEqualTo(new TreeSet<>(publicForOthers()));
  }

  @Test
  default void nothingStaticChanges() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveName("$VALUES")
        .should()
        .haveModifier(FINAL)
        .check(house().classes());
  }

  @Test
  default void namesSayWhatAThingIs() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
        .andShould()
        .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..misc..")
        .check(house().classes());
  }

  @Test
  default void filesAreSmall() throws IOException {
    final Set<String> longFiles = new TreeSet<>();
    for (Path file : sources()) {
      if (Files.readAllLines(file).size() > LONGEST_FILE) {
        longFiles.add(file.getFileName().toString());
      }
    }
    assertThat(longFiles).isEqualTo(new TreeSet<>(longForAReason()));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(each -> each.toString().endsWith(".java")).toList();
    }
  }
}
