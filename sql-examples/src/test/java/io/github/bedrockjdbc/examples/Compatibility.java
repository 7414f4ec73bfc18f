package io.github.bedrockjdbc.examples;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's table of what the driver is built with and tested with: the versions of the POM. */
final class Compatibility {
  private static final String[] POOLS = {
    "HikariCP=hikari", "Commons DBCP=dbcp2", "c3p0=c3p0", "Tomcat JDBC=tomcat", "Agroal=agroal"
  };
  private static final String[] MAPPERS = {
    "Spring JDBC=spring",
    "MyBatis=mybatis",
    "Jdbi=jdbi",
    "jOOQ=jooq",
    "Hibernate=hibernate",
    "EclipseLink=eclipselink"
  };
  private static final String[] DATA = {
    "Spark=spark", "Arrow=arrow", "Beam=beam", "Camel=camel", "H2=h2"
  };

  private Compatibility() {}

  static String table() throws IOException {
    final String pom = Files.readString(Project.ROOT.resolve("pom.xml"));
    return """
        | | |
        | --- | --- |
        | Java | 17 or newer, including 21 and 25; the build runs the `-all` jar on each JDK installed beside its own |
        | JDBC | 4.3 |
        | SQL engine | Apache %s, relocated into the `-all` jar |
        | Service model | `bedrock-2023-04-20` as of spring 2026: the record counters and `modelInvocationType` are included |
        | Connection pools | %s |
        | Mappers | %s |
        | Data tools | %s |
        """
        .formatted(
            versions(pom, "Calcite=calcite"),
            versions(pom, POOLS),
            versions(pom, MAPPERS),
            versions(pom, DATA));
  }

  private static String versions(String pom, String... libraries) {
    return Arrays.stream(libraries)
        .map(library -> library.split("=", 2))
        .map(library -> library[0] + " " + version(pom, library[1]))
        .collect(joining(", "));
  }

  private static String version(String pom, String property) {
    final Matcher version =
        Pattern.compile("<version\\." + Pattern.quote(property) + ">([^<]+)<").matcher(pom);
    if (!version.find()) {
      throw new IllegalStateException("The POM has no version of " + property);
    }
    return version.group(1).replace(".Final", "");
  }
}
