package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.driver.database.Database;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.NamingException;
import javax.naming.RefAddr;
import javax.naming.Reference;
import javax.naming.StringRefAddr;
import javax.naming.spi.NamingManager;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bean that pools and application servers get connections from. */
class BedrockDataSourceTest {
  private static final String SECRET = "TheCanarySings";

  private static final String ROLE = "arn:aws:iam::123456789012:role/reader";

  /** What getters say of keys that have no default. */
  private static final Map<Property<?>, String> UNSET =
      Map.of(
          Property.MAX_REQUESTS, "0",
          Property.REQUESTS_PER_SECOND, "0",
          Property.FIPS, "false",
          Property.DUALSTACK, "false");

  /** A value for each property that differs from its default. */
  private static final Map<Property<?>, Object> OTHER_VALUES =
      Map.ofEntries(
          Map.entry(Property.REGION, "eu-west-1"),
          Map.entry(Property.PROFILE, "reports"),
          Map.entry(Property.USER, "AKIA"),
          Map.entry(Property.PASSWORD, SECRET),
          Map.entry(Property.SESSION_TOKEN, SECRET),
          Map.entry(Property.API_KEY, SECRET),
          Map.entry(Property.ROLE_ARN, ROLE),
          Map.entry(Property.EXTERNAL_ID, "outside"),
          Map.entry(Property.ROLE_SESSION_NAME, "session"),
          Map.entry(Property.FIPS, true),
          Map.entry(Property.DUALSTACK, true),
          Map.entry(Property.REQUESTS_PER_SECOND, 5),
          Map.entry(Property.ENDPOINT, "http://example.com:8080/x"),
          Map.entry(Property.S3_ENDPOINT, "https://s3.example.com"),
          Map.entry(Property.TAGGING_ENDPOINT, "https://tags.example.com"),
          Map.entry(Property.ALLOW_INSECURE_ENDPOINT, true),
          Map.entry(Property.PUSHDOWN, false),
          Map.entry(Property.PAGE_SIZE, 7),
          Map.entry(Property.PARALLELISM, 2),
          Map.entry(Property.MAX_ATTEMPTS, 3),
          Map.entry(Property.CONNECT_TIMEOUT, 9),
          Map.entry(Property.REQUEST_TIMEOUT, 11),
          Map.entry(Property.MAX_REQUESTS, 100),
          Map.entry(Property.ON_UNREACHABLE, "skip"),
          Map.entry(Property.READ_MESSAGES, false),
          Map.entry(Property.MAX_AGE, 60),
          Map.entry(Property.VERIFY, true));

  /** What a property cannot be set without, or must be set to be let through. */
  private static final Map<Property<?>, Map<Property<?>, Object>> BESIDE =
      Map.of(
          Property.USER, Map.of(Property.PASSWORD, "p"),
          Property.PASSWORD, Map.of(Property.USER, "u"),
          Property.SESSION_TOKEN, Map.of(Property.USER, "u", Property.PASSWORD, "p"),
          Property.EXTERNAL_ID, Map.of(Property.ROLE_ARN, ROLE),
          Property.ROLE_SESSION_NAME, Map.of(Property.ROLE_ARN, ROLE),
          Property.ENDPOINT, Map.of(Property.ALLOW_INSECURE_ENDPOINT, true));

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(5);

  private BedrockDataSource source() {
    final BedrockDataSource source = new BedrockDataSource();
    source.setRegion("us-east-1");
    source.setEndpoint(emulator.endpoint());
    source.setUser(BedrockEmulator.DEMO_ACCESS_KEY_ID);
    source.setPassword(BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    return source;
  }

  private static void assertReads(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      assertThat(Answered.to(connection, "SELECT job_arn FROM jobs").rows()).hasSize(5);
    }
  }

  private static Map<String, PropertyDescriptor> beanProperties() throws Exception {
    return Arrays.stream(
            Introspector.getBeanInfo(BedrockDataSource.class, Object.class)
                .getPropertyDescriptors())
        .collect(Collectors.toMap(PropertyDescriptor::getName, bean -> bean));
  }

  private static Stream<Property<?>> properties() {
    return Property.ALL.stream();
  }

  @Test
  void itsPropertiesAreTheKeysOfTheUrl() throws Exception {
    final Set<String> keys =
        Property.ALL.stream().map(Property::key).collect(Collectors.toCollection(TreeSet::new));
    keys.addAll(Set.of("url", "loginTimeout", "logWriter", "parentLogger", "connection"));
    keys.add("reference");
    assertThat(beanProperties().keySet()).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(OTHER_VALUES.keySet()).containsExactlyInAnyOrderElementsOf(Property.ALL);
  }

  @ParameterizedTest
  @MethodSource("properties")
  void everyPropertyReachesTheConnection(Property<?> property) throws Exception {
    final BedrockDataSource source = new BedrockDataSource();
    final PropertyDescriptor bean = beanProperties().get(property.key());
    final Map<Property<?>, Object> beside = BESIDE.getOrDefault(property, Map.of());
    for (Map.Entry<Property<?>, Object> other : beside.entrySet()) {
      write(source, other.getKey(), other.getValue());
    }
    write(source, property, OTHER_VALUES.get(property));

    assertThat(bean.getReadMethod() == null).isEqualTo(property.isSecret());
    if (!property.isSecret()) {
      assertThat(bean.getReadMethod().invoke(source)).isEqualTo(OTHER_VALUES.get(property));
      assertThat(String.valueOf(bean.getReadMethod().invoke(new BedrockDataSource())))
          .isEqualTo(property.defaultText().orElse(UNSET.getOrDefault(property, "null")));
    }
    if (property == Property.VERIFY) {
      source.setRegion("us-east-1");
      source.setEndpoint(emulator.endpoint());
      source.setUser(BedrockEmulator.DEMO_ACCESS_KEY_ID);
      source.setPassword(BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    }
    try (Connection connection = source.getConnection()) {
      final Config config = connection.unwrap(BedrockConnection.class).settings().config();
      final Object value = config.get(property);
      final Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      assertThat(asSet(plain)).isEqualTo(OTHER_VALUES.get(property));
    }
  }

  /** A value of the settings as the bean takes it. */
  private static Object asSet(Object value) {
    if (value instanceof Duration duration) {
      return Math.toIntExact(duration.toSeconds());
    }
    if (value instanceof List<?> several) {
      return several.get(0);
    }
    return value instanceof Integer || value instanceof Boolean
        ? value
        : String.valueOf(value).replace("SKIP", "skip");
  }

  private static void write(BedrockDataSource source, Property<?> property, Object value)
      throws Exception {
    beanProperties().get(property.key()).getWriteMethod().invoke(source, value);
  }

  @Test
  void withoutAnyPropertyItIsTheBareUrl() throws SQLException {
    try (Connection connection = new BedrockDataSource().getConnection()) {
      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:bedrock:");
    }
  }

  @Test
  void sharesTheEngineOfDriverManagersConnections() throws SQLException {
    final BedrockDataSource byUrl = new BedrockDataSource();
    byUrl.setUrl(Urls.of(emulator));
    try (Connection plain = DriverManager.getConnection(Urls.of(emulator));
        Connection bean = source().getConnection();
        Connection url = byUrl.getConnection()) {
      final Database database = plain.unwrap(BedrockConnection.class).database();
      assertThat(bean.unwrap(BedrockConnection.class).database()).isSameAs(database);
      assertThat(url.unwrap(BedrockConnection.class).database()).isSameAs(database);
    }
    assertThat(emulator.log().requests()).isEmpty();
  }

  @Test
  void theUrlWins() throws SQLException {
    final BedrockDataSource source = source();
    source.setPageSize(7);
    source.setUrl("jdbc:bedrock:pageSize=9");
    try (Connection connection = source.getConnection()) {
      assertThat(connection.getMetaData().getURL()).contains("pageSize=9");
    }
    source.setUrl(null);
    try (Connection connection = source.getConnection()) {
      assertThat(connection.getMetaData().getURL()).contains("pageSize=7");
    }
  }

  @Test
  void userAndPasswordOfACallBeatAllOthers() throws SQLException {
    final BedrockDataSource source = new BedrockDataSource();
    source.setUrl(Urls.of(emulator) + ";pageSize=3");
    try (Connection connection = source.getConnection("AKIAOTHER", "x;\"y")) {
      assertThat(userOf(connection)).contains("AKIAOTHER");
      assertThat(connection.getMetaData().getURL()).contains("pageSize=3");
      assertThat(Answered.failureOf(connection, "SELECT job_arn FROM jobs").getSQLState())
          .isEqualTo("28000");
    }
    try (Connection connection = source.getConnection(null, null)) {
      assertThat(userOf(connection)).contains(BedrockEmulator.DEMO_ACCESS_KEY_ID);
    }
    try (Connection connection = source.getConnection("", "ignored")) {
      assertThat(Answered.to(connection, "SELECT job_arn FROM jobs").rows()).hasSize(5);
    }
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> source.getConnection("AKIAOTHER", null))
        .withMessageContaining("user needs password")
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }

  private static Optional<String> userOf(Connection connection) throws SQLException {
    return connection.unwrap(BedrockConnection.class).settings().config().get(Property.USER);
  }

  @Test
  void whatIsWrongIsToldWhenAConnectionIsWanted() {
    final BedrockDataSource source = source();
    source.setPageSize(1001);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(source::getConnection)
        .withMessageContaining("pageSize takes a whole number from 1 to 1000, not '1001'")
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    source.setPageSize(10);
    source.setUrl("jdbc:other:password=" + SECRET);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(source::getConnection)
        .withMessage("A URL begins with jdbc:bedrock:")
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    assertThat(Failures.stateOf(() -> source.getConnection("u", "p"))).isEqualTo("08001");
    assertThat(source.toString()).contains("begins with").doesNotContain(SECRET);
  }

  @Test
  void loginTimeoutAndLogWriterAreKept() throws SQLException {
    final BedrockDataSource source = source();
    assertThat(source.getLoginTimeout()).isZero();
    assertThat(source.getLogWriter()).isNull();
    final StringWriter log = new StringWriter();
    final PrintWriter writer = new PrintWriter(log);
    source.setLogWriter(writer);
    source.setLoginTimeout(3);
    assertThat(source.getLoginTimeout()).isEqualTo(3);
    assertThat(source.getLogWriter()).isSameAs(writer);
    assertThat(source.getParentLogger().getName()).isEqualTo("io.github.bedrockjdbc");
    assertReads(source);
    assertThat(log.toString()).isEmpty();
    assertThat(Failures.stateOf(() -> source.setLoginTimeout(-1))).isEqualTo("HY024");
  }

  @Test
  void wrapsNothingButItself() throws SQLException {
    final BedrockDataSource source = source();
    assertThat(source.isWrapperFor(DataSource.class)).isTrue();
    assertThat(source.unwrap(BedrockDataSource.class)).isSameAs(source);
    assertThat(source.isWrapperFor(String.class)).isFalse();
    assertThat(Failures.stateOf(() -> source.unwrap(String.class))).isEqualTo("HY024");
  }

  @Test
  void itsTextLeavesSecretsOut() {
    final BedrockDataSource source = source();
    source.setPassword(SECRET);
    source.setSessionToken(SECRET);
    assertThat(source.toString())
        .startsWith("BedrockDataSource[jdbc:bedrock:region=us-east-1;")
        .doesNotContain(SECRET);
    source.setUrl("jdbc:bedrock:apiKey=" + SECRET);
    assertThat(source.toString()).contains("are mutually exclusive").doesNotContain(SECRET);
    source.setUrl("jdbc:bedrock:password=\"" + SECRET);
    assertThat(source.toString()).contains("no closing quote").doesNotContain(SECRET);
  }

  @Test
  void aCopyThatWasWrittenAndReadConnects() throws Exception {
    final BedrockDataSource source = source();
    source.setLoginTimeout(3);
    source.setLogWriter(new PrintWriter(new StringWriter()));
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(source);
    }
    final BedrockDataSource copy = read(bytes.toByteArray());
    assertThat(copy.toString()).isEqualTo(source.toString());
    assertThat(copy.getLoginTimeout()).isEqualTo(3);
    assertThat(copy.getLogWriter()).isNull();
    assertReads(copy);
  }

  private static BedrockDataSource read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (BedrockDataSource) in.readObject();
    }
  }

  @Test
  void aNamingServiceMakesItAgain() throws Exception {
    final BedrockDataSource source = source();
    source.setUrl("jdbc:bedrock:pageSize=9");
    source.setLoginTimeout(3);
    final Object made = NamingManager.getObjectInstance(source.getReference(), null, null, null);
    assertThat(made).isInstanceOf(BedrockDataSource.class);
    assertThat(made.toString()).isEqualTo(source.toString());
    assertThat(((BedrockDataSource) made).getLoginTimeout()).isEqualTo(3);
    assertReads((BedrockDataSource) made);
  }

  @Test
  void aServersConfigurationMakesIt() throws Exception {
    final Object made =
        made(
            DataSource.class.getName(),
            "scope=Shareable", // as Tomcat hands over a Resource element
            "auth=Container",
            "singleton=true",
            "factory=" + BedrockDataSourceFactory.class.getName(),
            "REGION=us-east-1",
            "endpoint=" + emulator.endpoint(),
            "user=" + BedrockEmulator.DEMO_ACCESS_KEY_ID,
            "password=" + BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    assertReads((DataSource) made);
    assertThat(made("java.lang.String")).isNull();
    assertThat(new BedrockDataSourceFactory().getObjectInstance("text", null, null, null)).isNull();
    assertThatExceptionOfType(NamingException.class)
        .isThrownBy(() -> made(DataSource.class.getName(), "pasword=" + SECRET))
        .withMessageContaining("did you mean password?")
        .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
    assertThatExceptionOfType(NamingException.class)
        .isThrownBy(() -> made(DataSource.class.getName(), "loginTimeout=soon"))
        .withMessageContaining("loginTimeout takes seconds");
  }

  private static Object made(String className, String... pairs) throws NamingException {
    final Reference reference = new Reference(className);
    for (String pair : pairs) {
      final String[] parts = pair.split("=", 2);
      final RefAddr address = new StringRefAddr(parts[0], parts[1]);
      reference.add(address);
    }
    return new BedrockDataSourceFactory().getObjectInstance(reference, null, null, null);
  }
}
