package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are shown nowhere: each test's words are sought in all that came out of it. */
class SecretsTest {
  /** In each secret. */
  private static final String CANARY = "TheCanarySings";

  private static final String KEY_ID = "ASIACANARYTEST";
  private static final String PASSWORD = CANARY + "/password+0123456789";
  private static final String TOKEN = CANARY + "/token+0123456789==";
  private static final String API_KEY = CANARY + "-apiKey-0123456789";

  private final StringWriter seen = new StringWriter();
  private final PrintWriter out = new PrintWriter(seen);
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final PrintStream oldOut = System.out;
  private final PrintStream oldErr = System.err;
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("io.github.bedrockjdbc");
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          if (logged.getLoggerName().startsWith("io.github.bedrockjdbc")) {
            see(logged.getMessage());
            see(Arrays.toString(logged.getParameters()));
            if (logged.getThrown() != null) {
              logged.getThrown().printStackTrace(out);
            }
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private BedrockEmulator emulator;

  @BeforeEach
  void listen() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(30, 7))
            .sessionCredentials(KEY_ID, PASSWORD, TOKEN, BedrockEmulator.DEMO_ACCOUNT)
            .apiKey(API_KEY)
            .start();
    final PrintStream stream = new PrintStream(console, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    ours.setLevel(Level.ALL);
  }

  @AfterEach
  void stop() {
    ours.setLevel(null);
    root.removeHandler(handler);
    System.setOut(oldOut);
    System.setErr(oldErr);
    emulator.close();
  }

  private void see(Object something) {
    out.println(something);
  }

  /** With causes and what was suppressed, and what else they say of themselves. */
  private void see(SQLException failure) {
    failure.printStackTrace(out);
    see(failure.getMessage());
  }

  private String everything() {
    out.flush();
    return seen + console.toString(StandardCharsets.UTF_8);
  }

  private String url(String credentials) {
    return "jdbc:bedrock:region=us-east-1;maxAttempts=2;requestTimeout=1;pageSize=10;endpoint="
        + emulator.endpoint()
        + ";"
        + credentials;
  }

  private static String session(String password, String token) {
    return "user=" + KEY_ID + ";password=" + password + ";sessionToken=\"" + token + "\"";
  }

  private void seeFailure(String url, Properties properties) {
    assertThatExceptionOfType(SQLException.class)
        .as(url)
        .isThrownBy(
            () -> {
              try (Connection connection = DriverManager.getConnection(url, properties)) {
                Answered.to(connection, "SELECT * FROM jobs");
              }
            })
        .satisfies(this::see);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user=U;password=TheCanarySings",
        "user=U;password=p;sessionToken=TheCanarySings",
        "apiKey=TheCanarySings",
        "user=U;password=\"The;CanarySings",
        "user=U;password=\"x\"TheCanarySings",
        "user=U;password= TheCanarySings",
        "user=U;password=TheCanarySings\u0007",
        "user=U;password=p;sessionToken=TheCanarySings\u20ac",
        "apiKey=TheCanarySings\u0142",
        "apiKey=TheCanarySings\u00e9",
        "apiKey=TheCanarySings\n",
        "user=U;password=TheCanarySings;password=TheCanarySings",
        "user=U;password=TheCanarySings;apiKey=TheCanarySings",
        "password=TheCanarySings",
        "sessionToken=TheCanarySings",
        "pasword=TheCanarySings",
        "secret=TheCanarySings",
        "TheCanarySings",
        "user=U;password=a;TheCanarySings",
        "user=U;password=a;TheCanarySings=b",
        "user=U;password=a;b=TheCanarySings;c=d",
        "user=U;password=a;TheCanarySings=b;TheCanarySings=c",
        "user=U;password=a;TheCanarySings=\"b",
        "apiKey=a;fips=false;TheCanarySings=b",
        "user=U;password=p;sessionToken=a;TheCanarySings=b;region=us-east-1",
        "region=us-east-1;pageSize=0;apiKey=TheCanarySings",
        "endpoint=https://user:TheCanarySings@127.0.0.1:1",
        "endpoint=https://user:TheCanarySings@127.0.0.1:1/?x=1",
        "endpoint=https://user:TheCanary Sings@127.0.0.1:1",
        "endpoint=ftp://user:TheCanarySings@127.0.0.1:1",
        "endpoint=https://TheCanarySings@under_score"
      })
  void wrongOrRefusedSettings(String settings) {
    seeFailure(
        "jdbc:bedrock:maxAttempts=1"
            + (settings.contains("region=") ? "" : ";region=us-east-1")
            + (settings.contains("endpoint=") ? ";" : ";endpoint=" + emulator.endpoint() + ";")
            + settings,
        new Properties());
    assertThat(everything()).doesNotContain("CanarySings", "Canary Sings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=TheCanarySings",
        "sessionToken=TheCanarySings",
        "apiKey=TheCanarySings",
        "apiKey=TheCanarySings\u0000",
        "Password= TheCanarySings",
        "pasword=TheCanarySings",
        "endpoint=http://u:TheCanarySings@127.0.0.1:1?x"
      })
  void wrongOrRefusedProperties(String property) {
    final Properties properties = new Properties();
    final String[] pair = property.split("=", 2);
    properties.setProperty(pair[0], pair[1]);
    if (!pair[0].equals("apiKey")) {
      properties.setProperty("user", "U");
      properties.putIfAbsent("password", "p");
    }
    seeFailure(
        "jdbc:bedrock:region=us-east-1;maxAttempts=1"
            + (pair[0].equals("endpoint") ? "" : ";endpoint=" + emulator.endpoint()),
        properties);
    assertThat(everything()).doesNotContain("CanarySings");
  }

  @Test
  void everyKindOfFailure() throws SQLException {
    final List<Fault> faults =
        List.of(
            new Fault.Throttle(),
            new Fault.Status(500, "InternalServerException", "Sorry."),
            new Fault.Status(400, "ValidationException", "Nope."),
            new Fault.ProxyPage(502),
            new Fault.ProxyPage(200),
            new Fault.Reset(true),
            new Fault.Truncate(),
            Fault.Malformed.NOT_JSON,
            Fault.Malformed.WRONG_SHAPE,
            new Fault.Redirect("http://127.0.0.1:1/"),
            new Fault.Hang());
    for (String credentials : List.of(session(PASSWORD, TOKEN), "apiKey=" + API_KEY)) {
      try (Connection connection = DriverManager.getConnection(url(credentials))) {
        for (Fault fault : faults) {
          emulator.inject(fault, 2);
          see(Answered.failureOf(connection, "SELECT COUNT(*) FROM jobs"));
          Answered.to(connection, "SELECT COUNT(*) FROM jobs"); // takes what is left of the faults
        }
      } catch (SQLException e) {
        see(e);
      }
      emulator.behave(Behavior.standard().with(Knob.LIST_REFUSED, caller -> true));
      seeFailure(url(credentials), new Properties());
      emulator.behave(Behavior.standard().with(Knob.UNREADABLE_FIELDS, Set.of("jobName")));
      seeFailure(url(credentials) + ";pageSize=9", new Properties());
      emulator.behave(Behavior.standard());
    }
    assertThat(everything()).contains("ThrottlingException", "region us-east-1");
    assertThat(everything()).doesNotContain("CanarySings");
  }

  @Test
  void refusedSignaturesWhoseMessageRepeatsTheRequest() {
    seeFailure(url(session("wrong", TOKEN)), new Properties());
    seeFailure(url(session(PASSWORD, CANARY)), new Properties());
    seeFailure(url("apiKey=" + CANARY), new Properties());
    assertThat(everything()).contains("InvalidSignatureException");
    assertThat(everything()).doesNotContain("CanarySings", "Canonical");
  }

  @Test
  void whatObjectsSayOfThemselves() throws SQLException {
    final Properties properties = new Properties();
    properties.setProperty("user", KEY_ID);
    properties.setProperty("password", PASSWORD);
    properties.setProperty("sessionToken", TOKEN);
    properties.setProperty("application", "test");
    final String url = url("");
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement();
        PreparedStatement prepared =
            connection.prepareStatement("SELECT * FROM jobs WHERE status = ?");
        ResultSet plan =
            statement.executeQuery("EXPLAIN PLAN FOR SELECT message FROM jobs LIMIT 1")) {
      plan.next();
      see(plan.getString(1));
      see(connection);
      see(connection.getMetaData().getURL());
      see(connection.getMetaData().getUserName());
      see(connection.getMetaData());
      see(connection.getClientInfo());
      see(connection.getWarnings());
      for (String table : List.of("api_calls", "session", "sources")) {
        see(Answered.to(connection, "SELECT * FROM " + table).rows());
      }
      see(statement);
      see(prepared);
      see(prepared.getParameterMetaData());
      see(plan);
      see(plan.getMetaData());
      final BedrockConnection ours = connection.unwrap(BedrockConnection.class);
      see(ours.settings());
      see(ours.settings().config());
      see(ours.database());
      see(ours.database().engine());
      see(ours.database().engine().config());
    }
    assertThat(everything()).contains("password=***").doesNotContain("CanarySings");
  }

  @Test
  void propertyInfo() throws SQLException {
    final Properties properties = new Properties();
    properties.setProperty("sessionToken", TOKEN);
    properties.setProperty("endpoint", "https://u:" + CANARY + "@127.0.0.1");
    final Driver driver = DriverManager.getDriver("jdbc:bedrock:");
    for (String url :
        List.of("jdbc:bedrock:", url("apiKey=" + API_KEY), url("password=" + CANARY))) {
      final Properties given = url.contains("endpoint") ? new Properties() : properties;
      for (DriverPropertyInfo info : driver.getPropertyInfo(url, given)) {
        see(info.name + info.value + info.description + Arrays.toString(info.choices));
      }
    }
    assertThat(everything()).contains("us-east-1").doesNotContain("CanarySings");
  }

  @Test
  void logsTellOfRequestsButNotOfWhatIsInThem() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(session(PASSWORD, TOKEN)))) {
      assertThat(Answered.to(connection, "SELECT message FROM jobs WHERE status = 'Failed'").rows())
          .isNotEmpty();
    }
    final String[] messages =
        emulator.jobs().stream()
            .map(job -> job.message())
            .filter(message -> message != null && message.length() > 10)
            .toArray(String[]::new);
    assertThat(messages).isNotEmpty();
    assertThat(everything())
        .contains("/model-invocation-jobs in ", "HTTP 200")
        .doesNotContain(messages)
        .doesNotContain("CanarySings", KEY_ID);
  }

  @Test
  void unreadableMessageIsNotQuoted() throws SQLException {
    emulator.inject(new Fault.Malformed("{\"invocationJobSummaries\":[{\"message\":77123}]}"), 1);
    try (Connection connection = DriverManager.getConnection(url(session(PASSWORD, TOKEN)))) {
      see(Answered.failureOf(connection, "SELECT message FROM jobs"));
    }
    assertThat(everything()).contains("'message' is not a text").doesNotContain("77123");
  }
}
