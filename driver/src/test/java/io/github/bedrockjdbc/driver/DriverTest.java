package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is asked of the driver before and while queries run. */
class DriverTest {
  @Test
  void propertyInfoTakesNothingAndTellsEveryKey() throws SQLException {
    final Driver driver = DriverManager.getDriver("jdbc:bedrock:");
    for (String url : new String[] {null, "jdbc:bedrock:", "jdbc:other:"}) {
      final DriverPropertyInfo[] infos = driver.getPropertyInfo(url, null);
      assertThat(Arrays.stream(infos).map(info -> info.name))
          .containsExactlyElementsOf(Property.ALL.stream().map(Property::key).toList());
      assertThat(infos).allSatisfy(info -> assertThat(info.description).isNotBlank());
      assertThat(infos).allSatisfy(info -> assertThat(info.required).isFalse());
      assertThat(infos)
          .filteredOn(info -> info.name.equals("pushdown"))
          .singleElement()
          .satisfies(info -> assertThat(info.value).isEqualTo("true"))
          .satisfies(info -> assertThat(info.choices).containsExactly("true", "false"));
    }
  }

  @Test
  void otherUrlsAreForOtherDrivers() throws SQLException {
    final Driver driver = DriverManager.getDriver("jdbc:bedrock:");
    assertThat(driver.acceptsURL("jdbc:other:x")).isFalse();
    assertThat(Failures.stateOf(() -> driver.acceptsURL(null))).isEqualTo("HY024");
    assertThat(Failures.stateOf(() -> driver.connect(null, new Properties()))).isEqualTo("HY024");
    assertThat(driver.connect("jdbc:other:x", new Properties())).isNull();
    assertThat(driver.connect("jdbc:other:x", null)).isNull();
  }

  @Test
  void metadataDoesNotWaitForAQuery() throws Exception {
    try (BedrockEmulator emulator = Urls.emulatorWith(5);
        Connection connection = DriverManager.getConnection(Urls.of(emulator));
        Statement statement = connection.createStatement()) {
      emulator.inject(new Fault.Hang(), 1);
      final FutureTask<String> query =
          new FutureTask<>(
              () ->
                  Failures.stateOf(
                      () -> Answered.rows(statement.executeQuery("SELECT COUNT(*) FROM jobs"))));
      new Thread(query, "reader").start();
      emulator.awaitRequests(1);
      try (Connection other = DriverManager.getConnection(Urls.of(emulator));
          ResultSet types = connection.getMetaData().getTypeInfo();
          ResultSet tables = other.getMetaData().getTables(null, null, "%", null)) {
        assertThat(types.next() && tables.next()).isTrue();
        assertThat(connection.isValid(1)).isTrue();
      }
      assertThat(query.isDone()).isFalse();
      statement.cancel();
      assertThat(query.get(1, TimeUnit.MINUTES)).isEqualTo("57014");
    }
  }
}
