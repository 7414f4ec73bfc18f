package io.github.bedrockjdbc.probe;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** An application that has libraries of its own first; prints whose it sees, then as the probe. */
public final class BesideOthers {
  private static final List<String> CLASSES =
      List.of(
          "org.apache.calcite.rel.RelNode",
          "org.apache.calcite.linq4j.Linq4j",
          "org.apache.calcite.avatica.AvaticaConnection",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.google.common.base.Objects",
          "com.google.protobuf.Message",
          "org.codehaus.janino.SimpleCompiler",
          "org.slf4j.LoggerFactory");

  private BesideOthers() {}

  public static void main(String[] arguments) throws Exception {
    for (String name : CLASSES) {
      System.out.println(
          Path.of(
                  Class.forName(name, false, BesideOthers.class.getClassLoader())
                      .getProtectionDomain()
                      .getCodeSource()
                      .getLocation()
                      .toURI())
              .getFileName());
    }
    queries(arguments);
  }

  private static void queries(String[] arguments) throws SQLException {
    Probe.main(arguments);
  }
}
