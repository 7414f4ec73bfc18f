package io.github.bedrockjdbc.driver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.bedrockjdbc.house.House;
import io.github.bedrockjdbc.house.HouseRules;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rooms there are, who may know whom, and what is public. */
class HouseTest implements HouseRules {
  private static final House HOUSE = House.of("io.github.bedrockjdbc.driver");

  /** What applications name. */
  private static final Set<Class<?>> API =
      Set.of(BedrockDriver.class, BedrockDataSource.class, BedrockDataSourceFactory.class);

  @Override
  public House house() {
    return HOUSE;
  }

  @Override
  public Map<String, Set<String>> rooms() {
    return Map.ofEntries(
        entry("", Set.of("database", "error", "metadata", "parameter", "plan", "sql", "value")),
        entry("database", Set.of("parameter", "plan", "runtime", "value")),
        entry("metadata", Set.of("error", "function", "token", "value")),
        entry(
            "plan",
            Set.of(
                "aggregate",
                "code",
                "error",
                "function",
                "join",
                "naming",
                "parameter",
                "rewrite",
                "runtime",
                "spool",
                "sql",
                "subquery",
                "syntax",
                "sort",
                "thread",
                "token",
                "type",
                "validate",
                "value",
                "window",
                "with")),
        entry("sql", Set.of("error", "function", "syntax", "time", "token")),
        entry("time", Set.of("error", "runtime", "value")),
        entry("token", Set.of("error", "function", "time", "value")),
        entry("rewrite", Set.of("error", "function", "json", "runtime", "thread", "time")),
        entry("json", Set.of("error", "runtime", "time")),
        entry("code", Set.of("function", "rewrite", "runtime", "spool", "time")),
        entry("join", Set.of()),
        entry("sort", Set.of("aggregate", "runtime")),
        entry("naming", Set.of()),
        entry("subquery", Set.of("error")),
        entry("spool", Set.of("function", "runtime")),
        entry("syntax", Set.of("error", "function", "with")),
        entry("with", Set.of("error")),
        entry("validate", Set.of("error", "function", "naming", "parameter", "type")),
        entry("function", Set.of("aggregate", "error", "runtime", "time", "type")),
        entry("window", Set.of("aggregate", "error", "runtime")),
        entry("aggregate", Set.of("error", "runtime")),
        entry("parameter", Set.of("error", "value")),
        entry("runtime", Set.of("error", "value")),
        entry("value", Set.of("error")),
        entry("type", Set.of("thread")),
        entry("thread", Set.of("error")),
        entry("error", Set.of()));
  }

  /** JDBC's own interfaces have that many methods, and a bean two for each key. */
  @Override
  public Set<String> longForAReason() {
    return Set.of("BedrockConnection.java", "BedrockDataSource.java", "ReadOnlyResultSet.java");
  }

  @Override
  public Set<String> publicForOthers() {
    return Set.of(
        // what applications name
        "BedrockDataSource",
        "BedrockDataSourceFactory",
        "BedrockDriver",
        // what Calcite calls by reflection
        "GroupedRowCounts",
        "InferredPredicates",
        "LimitedRowCounts",
        // what generated code calls
        "CancellableRows",
        "FirstRows",
        "IndexedRows",
        "SpooledRows",
        // what a method gives whose result is used unnamed
        "PlanCache",
        // what tests of the front run through
        "Conversion",
        "TextClob");
  }

  @Test
  void whatApplicationsNameShowsNothingElseOfOurs() {
    final Set<String> api = Set.copyOf(API.stream().map(Class::getName).toList());
    assertThat(
            HOUSE.classes().stream()
                .filter(type -> api.contains(type.getName()))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(HouseTest::shown)
                .map(JavaClass::getName)
                .filter(name -> name.startsWith("io.github.bedrockjdbc."))
                .filter(name -> !api.contains(name)))
        .isEmpty();
  }

  private static Stream<JavaClass> shown(JavaMethod method) {
    return Stream.concat(
            Stream.of(method.getRawReturnType()),
            Stream.concat(
                method.getRawParameterTypes().stream(), method.getExceptionTypes().stream()))
        .map(JavaClass::getBaseComponentType);
  }

  @Test
  void theFrontKnowsNeitherSdkNorJsonNorHttp() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..",
            "com.fasterxml..",
            "org.apache.hc..",
            "io.github.bedrockjdbc.adapter.api.http..",
            "io.github.bedrockjdbc.adapter.api.transport..")
        .check(HOUSE.classes());
  }

  @Test
  void onlySqlErrorsMakesSqlExceptions() {
    final DescribedPredicate<JavaConstructorCall> ofAnSqlException =
        DescribedPredicate.describe(
            "of an SQLException", call -> call.getTargetOwner().isAssignableTo(SQLException.class));
    noClasses()
        .that()
        .doNotHaveSimpleName("SqlErrors")
        .should()
        .callConstructorWhere(ofAnSqlException)
        .check(HOUSE.classes());
  }
}
