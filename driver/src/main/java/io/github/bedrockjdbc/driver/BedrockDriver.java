package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.config.ConfigException;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.driver.database.Database;
import io.github.bedrockjdbc.driver.database.Databases;
import io.github.bedrockjdbc.driver.database.DelayedRelease;
import io.github.bedrockjdbc.driver.database.JdbcUrl;
import io.github.bedrockjdbc.driver.database.Settings;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * The JDBC driver for {@code jdbc:bedrock:} URLs, which registers itself with {@link
 * DriverManager}. Connecting sends nothing to the service, unless {@code verify=true}. {@code
 * TIMESTAMP} values are in UTC, whatever the JVM's time zone.
 *
 * <p>Connections with equal settings share HTTP connections, credentials and caches, which are kept
 * for a minute after the last one is closed. Deregister the driver before you unload its class
 * loader: this releases what is shared, at the latest with the last open connection.
 */
public final class BedrockDriver implements Driver {
  static {
    final DelayedRelease linger = new DelayedRelease();
    final Databases databases = new Databases(linger);
    try {
      DriverManager.registerDriver(
          new BedrockDriver(databases),
          () -> { // deregistered: nothing may hold the classes any longer
            databases.close();
            linger.close();
          });
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Supplier<Databases> databases;

  /**
   * For {@code DriverManager} and class loaders; use {@code DriverManager.getConnection}. What it
   * connects shares engines with the driver that registered itself.
   */
  public BedrockDriver() {
    final Databases own = new Databases(new DelayedRelease());
    this.databases = () -> registered().map(driver -> driver.databases.get()).orElse(own);
  }

  BedrockDriver(Databases databases) {
    this.databases = () -> databases;
  }

  /** The one that {@code DriverManager} has, whose engines everybody shares. */
  static BedrockDriver current() {
    return registered().orElseGet(BedrockDriver::new);
  }

  /** Empty after somebody has deregistered it. */
  private static Optional<BedrockDriver> registered() {
    return DriverManager.drivers()
        .filter(BedrockDriver.class::isInstance)
        .map(BedrockDriver.class::cast)
        .findFirst();
  }

  /**
   * Connects. Sends nothing to the service unless {@code verify=true}.
   *
   * @param url {@code jdbc:bedrock:key=value;key=value}; the README lists the keys
   * @param info further keys, for which the URL's take precedence; may be null
   * @return a new connection, or null if the URL is another driver's
   * @throws SQLException with SQLState 08001 for a key or value that is not accepted, HY024 if the
   *     URL is null, and with {@code verify=true} whatever a query would fail with; its message
   *     quotes no secret
   */
  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) { // which refuses null
      return null;
    }
    return connect(url, info, DriverManager.getLoginTimeout());
  }

  /**
   * @param loginTimeout seconds that checking the credentials may take, 0 for no limit
   */
  BedrockConnection connect(String url, Properties info, int loginTimeout) throws SQLException {
    final BedrockConnection connection;
    final Settings settings;
    final Databases all = databases.get();
    all.prepare();
    try {
      settings = Settings.of(url, info);
      final Database database = all.acquire(settings.config());
      connection = new BedrockConnection(settings, all, database);
    } catch (ConfigException e) {
      throw SqlErrors.translate(e);
    }
    if (settings.config().get(Property.VERIFY)) {
      verify(connection, loginTimeout);
    }
    return connection;
  }

  private static void verify(BedrockConnection connection, int loginTimeout) throws SQLException {
    try {
      connection.verify(loginTimeout);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Tells whether the URL is this driver's. Its keys and values are checked by {@link #connect}.
   *
   * @param url any JDBC URL
   * @return whether it begins with {@code jdbc:bedrock:}
   * @throws SQLException with SQLState HY024 if the URL is null
   */
  @Override
  public boolean acceptsURL(String url) throws SQLException {
    if (url == null) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT, "The URL is null: one begins with " + JdbcUrl.PREFIX);
    }
    return JdbcUrl.isOurs(url);
  }

  /**
   * Describes all connection properties, none of which is required.
   *
   * @param url what was entered so far; may be null
   * @param info properties that were entered so far; may be null
   * @return one element per property, with the value that was entered or the default; secrets have
   *     no value
   * @throws SQLException with SQLState 08001 if the URL cannot be parsed
   */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    final Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (info != null) {
      info.stringPropertyNames().forEach(key -> given.put(key, info.getProperty(key)));
    }
    try {
      if (JdbcUrl.isOurs(url)) {
        given.putAll(JdbcUrl.parse(url));
      }
    } catch (ConfigException e) {
      throw SqlErrors.translate(e);
    }
    return Property.ALL.stream()
        .map(property -> info(property, given.get(property.key())))
        .toArray(DriverPropertyInfo[]::new);
  }

  private static DriverPropertyInfo info(Property<?> property, String given) {
    final String value = given == null ? property.defaultText().orElse(null) : given;
    final DriverPropertyInfo info =
        new DriverPropertyInfo(
            property.key(), value != null && property.isShowable(value) ? value : null);
    info.description = property.description();
    info.choices = property.choices().isEmpty() ? null : property.choices().toArray(new String[0]);
    return info;
  }

  /** {@return the logger {@code io.github.bedrockjdbc}, which logs requests at {@code FINE}} */
  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("io.github.bedrockjdbc");
  }

  @Override
  public int getMajorVersion() {
    return Version.ofDriver().major();
  }

  @Override
  public int getMinorVersion() {
    return Version.ofDriver().minor();
  }

  /** {@return false: the dialect has no statements that write} */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  /** {@return name and version of the driver} */
  @Override
  public String toString() {
    return "BedrockDriver " + Version.ofDriver().text();
  }
}
