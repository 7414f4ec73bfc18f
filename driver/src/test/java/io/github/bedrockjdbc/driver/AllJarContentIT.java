package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the jar, and that its papers say the same. */
class AllJarContentIT {
  private static final String SHADED = "io/github/bedrockjdbc/shaded/";
  private static final String APACHE = "Apache-2.0";
  private static final long MOST_BYTES = 52L << 20;

  /** Where a jar keeps the texts of licences. */
  private static final Pattern LICENCE = Pattern.compile("META-INF/[^/]*LICEN[SC]E[^/]*");

  private final Set<String> entries = Set.copyOf(AllJar.entries(AllJar.PATH));
  private final List<JsonNode> components = components();

  private static List<JsonNode> components() {
    try {
      final List<JsonNode> components = new ArrayList<>();
      new ObjectMapper()
          .readTree(AllJar.text("META-INF/sbom/bedrock-jobs-jdbc.cdx.json"))
          .get("components")
          .forEach(components::add);
      return components;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void holdsNothingOutsideItsOwnPackages() {
    final Set<String> roots =
        entries.stream()
            .filter(name -> !name.equals("module-info.class"))
            .map(name -> name.replaceAll("^((io/github/bedrockjdbc/[^/]+|[^/]+)/).*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(roots)
        .containsExactly(
            "META-INF/",
            "io/github/bedrockjdbc/adapter/",
            "io/github/bedrockjdbc/driver/",
            "io/github/bedrockjdbc/shaded/");
  }

  @Test
  void saysOfItselfWhatItIs() {
    final TreeSet<String> papers =
        entries.stream()
            .filter(name -> name.startsWith("META-INF/"))
            .filter(name -> !name.startsWith("META-INF/services/"))
            .filter(name -> !name.startsWith("META-INF/software.amazon.awssdk/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(papers)
        .containsExactly(
            "META-INF/LICENSE",
            "META-INF/MANIFEST.MF",
            "META-INF/NOTICE",
            "META-INF/THIRD-PARTY-LICENSES",
            "META-INF/sbom/bedrock-jobs-jdbc.cdx.json");
  }

  @Test
  void isNotTooLarge() throws IOException {
    assertThat(Files.size(AllJar.PATH)).isLessThan(MOST_BYTES);
  }

  @Test
  void offersOnlyServicesThatItHolds() {
    final List<String> services =
        entries.stream().filter(name -> name.startsWith("META-INF/services/")).toList();
    assertThat(services).contains("META-INF/services/java.sql.Driver");
    for (String service : services) {
      final String type = service.substring("META-INF/services/".length());
      assertThat(type.equals("java.sql.Driver") || entries.contains(classFile(type)))
          .as(service)
          .isTrue();
      assertThat(
              AllJar.text(service).lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
          .as(service)
          .isNotEmpty()
          .allMatch(provider -> entries.contains(classFile(provider)));
    }
    assertThat(AllJar.text("META-INF/services/java.sql.Driver"))
        .isEqualToIgnoringWhitespace(BedrockDriver.class.getName());
  }

  private static String classFile(String type) {
    return type.strip().replace('.', '/') + ".class";
  }

  @Test
  void theBillOfMaterialsNamesEveryJarThatIsInsideAndNoOther() {
    final Set<String> billed =
        components.stream()
            .map(
                component ->
                    component.get("name").asText() + "-" + component.get("version").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    final Set<String> inside = new TreeSet<>();
    final Set<String> unclaimed = new TreeSet<>(entries);
    for (Path jar : dependencies()) {
      final List<String> classes =
          AllJar.entries(jar).stream().filter(name -> isCode(name)).map(this::placed).toList();
      if (!classes.isEmpty() && entries.containsAll(classes)) {
        inside.add(jar.getFileName().toString().replaceAll("\\.jar$", ""));
        classes.forEach(unclaimed::remove);
      }
    }
    inside.removeIf(name -> name.startsWith("bedrock-jobs-"));
    inside.add("bedrock-jobs-adapter-" + AllJar.version());
    inside.add("listenablefuture-9999.0-empty-to-avoid-conflict-with-guava"); // holds no class

    assertThat(billed).isEqualTo(inside);
    assertThat(unclaimed)
        .filteredOn(name -> name.startsWith(SHADED) && name.endsWith(".class"))
        .isEmpty();
  }

  /**
   * It goes into jars that are built without a network. After a change of dependencies: copy what a
   * build with one makes, {@code -Dbill.update=true}.
   */
  @Test
  void theBillThatIsKeptIsTheSame() throws IOException {
    if (Boolean.getBoolean("bill.update")) {
      KeptBill.write(AllJar.text("META-INF/sbom/bedrock-jobs-jdbc.cdx.json"));
    }
    assertThat(KeptBill.read())
        .isEqualTo(KeptBill.of(AllJar.text("META-INF/sbom/bedrock-jobs-jdbc.cdx.json")));
  }

  private static boolean isCode(String name) {
    return name.endsWith(".class")
        && !name.startsWith("META-INF/")
        && !name.equals("module-info.class");
  }

  private String placed(String name) {
    return name.startsWith("io/github/bedrockjdbc/") ? name : SHADED + name;
  }

  /** The jars on the tests' class path. */
  private static List<Path> dependencies() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(name -> name.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  @Test
  void hasTheTextOfEveryLicenceThatIsNotApaches() {
    final String texts = AllJar.text("META-INF/THIRD-PARTY-LICENSES");
    for (JsonNode component : components) {
      final List<String> licences = new ArrayList<>();
      component.get("licenses").forEach(each -> licences.add(each.at("/license/id").asText()));
      assertThat(licences).as(component.get("name").asText()).isNotEmpty();
      if (!licences.contains(APACHE)) {
        assertThat(texts)
            .as(component.get("name").asText() + " is under " + licences)
            .containsPattern(
                "(?m)^=+\\n(.*, )?"
                    + component.get("name").asText()
                    + "(,.*)? \\(.*"
                    + licences.get(0));
      }
    }
    assertThat(AllJar.text("META-INF/LICENSE")).contains("Apache License");
  }

  @Test
  void hasWhatBundledJarsSayBesideTheApacheLicense() {
    final String texts = words(AllJar.text("META-INF/THIRD-PARTY-LICENSES"));
    final Set<String> billed =
        components.stream().map(each -> each.get("name").asText()).collect(Collectors.toSet());
    int compared = 0;
    for (Path jar : dependencies()) {
      final String artifact = jar.getFileName().toString().replaceAll("-\\d.*", "");
      for (String entry : AllJar.entries(jar)) {
        if (billed.contains(artifact) && LICENCE.matcher(entry).matches()) {
          assertThat(texts).as(jar + ", " + entry).contains(beyondApache(AllJar.text(jar, entry)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  /** A licence without the Apache License at its head. */
  private static String beyondApache(String licence) {
    final String words = words(licence);
    final Matcher end =
        Pattern.compile("END OF TERMS AND CONDITIONS|limitations under the License\\.")
            .matcher(words);
    int from = 0;
    if (words.startsWith("Apache License Version 2.0")) {
      while (end.find()) {
        from = end.end();
      }
    }
    return words.substring(from).strip();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void hasTheNoticesOfOthers() {
    final String notices = words(AllJar.text("META-INF/NOTICE"));
    for (Path jar : dependencies()) {
      final String artifact = jar.getFileName().toString().replaceAll("-\\d.*", "");
      if (components.stream().anyMatch(each -> each.get("name").asText().equals(artifact))) {
        AllJar.entries(jar).stream()
            .filter(entry -> entry.matches("META-INF/NOTICE(\\.txt|\\.md)?"))
            .flatMap(entry -> AllJar.text(jar, entry).lines())
            .filter(line -> line.contains("Copyright"))
            .forEach(line -> assertThat(notices).as(jar.toString()).contains(words(line)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"adapter", "driver", "emulator"})
  void everyJarOfOursIsAModule(String module) throws IOException {
    final Path target = Path.of(System.getProperty("project.root"), module, "target");
    final List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(target)) {
      for (Path jar : files.filter(file -> isMainJar(file)).toList()) {
        for (ModuleReference found : ModuleFinder.of(jar).findAll()) {
          names.add(found.descriptor().name());
        }
      }
    }
    assertThat(names).isNotEmpty().containsOnly("io.github.bedrockjdbc." + module);
  }

  /** Neither sources nor javadoc. */
  private static boolean isMainJar(Path file) {
    return file.getFileName().toString().matches("bedrock-jobs-.*(SNAPSHOT|\\d)(-all)?\\.jar");
  }
}
