package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Module and bundle name every package of the JDK that the jar's classes name. */
class AllJarNeedsIT {
  private static final Set<String> NAMED = PackagesNamed.in(AllJar.PATH);

  private static final List<ModuleDescriptor> JDK =
      ModuleFinder.ofSystem().findAll().stream().map(ModuleReference::descriptor).toList();

  @Test
  void theModuleRequiresThem() {
    final Set<String> required = new TreeSet<>(Set.of("java.base"));
    final ModuleDescriptor module =
        ModuleFinder.of(AllJar.PATH).findAll().iterator().next().descriptor();
    module.requires().stream().map(Requires::name).forEach(required::add);
    JDK.stream()
        .filter(system -> required.contains(system.name()))
        .flatMap(system -> system.requires().stream())
        .filter(each -> each.modifiers().contains(Requires.Modifier.TRANSITIVE))
        .map(Requires::name)
        .toList()
        .forEach(required::add);
    assertThat(JDK)
        .filteredOn(system -> system.packages().stream().anyMatch(NAMED::contains))
        .extracting(ModuleDescriptor::name)
        .isNotEmpty()
        .isSubsetOf(required);
  }

  /** Only packages whose names begin with java. are there without being imported. */
  @Test
  void theBundleImportsThem() throws IOException {
    final Set<String> imported =
        Stream.of(AllJarBundleIT.header("Import-Package").split(","))
            .map(clause -> clause.replaceAll(";.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    final Set<String> ofTheJdk =
        JDK.stream().flatMap(system -> system.packages().stream()).collect(Collectors.toSet());
    final Set<String> needed =
        NAMED.stream()
            .filter(name -> !name.startsWith("java.") && ofTheJdk.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(imported).isEqualTo(needed);
  }
}
