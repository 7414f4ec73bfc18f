package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.config.ConfigException;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.driver.database.JdbcUrl;
import io.github.bedrockjdbc.driver.database.Settings;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import java.io.PrintWriter;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKeyBuilder;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import javax.naming.Reference;
import javax.naming.Referenceable;
import javax.naming.StringRefAddr;
import javax.sql.DataSource;

/**
 * Connections for pools and application servers. Each property is a key of the URL, and means the
 * same; {@code url} may hold any of them, and wins. Nothing is checked before a connection is asked
 * for, which then fails with state 08001. Set everything before other threads use it.
 *
 * <p>Secrets, and {@code url}, which may hold some, can be set but not read; {@link #toString()}
 * leaves them out. The serialised form and the {@linkplain #getReference() reference} do hold them,
 * in clear, because a source that came back without them would ask as somebody else. Keep both as
 * you keep the secrets, or set none and let {@code profile} or the environment give the credentials
 * where the source is used.
 */
public final class BedrockDataSource implements DataSource, Referenceable, Serializable {
  private static final long serialVersionUID = 1L;

  /** Names of the properties that are no keys. */
  static final String URL = "url";

  static final String LOGIN_TIMEOUT = "loginTimeout";

  private final TreeMap<String, String> values = new TreeMap<>();
  private String url = JdbcUrl.PREFIX;
  private int loginTimeout;
  private transient PrintWriter logWriter;

  /** Without properties: all settings are those of the AWS tools. */
  public BedrockDataSource() {}

  @Override
  public Connection getConnection() throws SQLException {
    return connect(url, values);
  }

  /**
   * As {@link #getConnection()}, but with this key pair, which also beats one in the URL.
   *
   * @param user access key id; null or empty for what the properties say
   * @param password secret access key
   */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    if (user == null || user.isEmpty()) {
      return getConnection();
    }
    final Map<String, String> login = new TreeMap<>(values);
    login.put(Property.USER.key(), user);
    login.put(Property.PASSWORD.key(), password == null ? "" : password);
    return connect(urlWithoutLogin(), login);
  }

  private Connection connect(String base, Map<String, String> given) throws SQLException {
    final Properties properties = new Properties();
    properties.putAll(given);
    return BedrockDriver.current().connect(base, properties, loginTimeout);
  }

  private String urlWithoutLogin() throws SQLException {
    try {
      final Map<String, String> pairs = JdbcUrl.parse(url);
      pairs.keySet().removeAll(Set.of(Property.USER.key(), Property.PASSWORD.key()));
      return JdbcUrl.of(pairs);
    } catch (ConfigException e) {
      throw SqlErrors.translate(e);
    }
  }

  /**
   * What a naming service keeps of it, secrets included; {@link BedrockDataSourceFactory} reads.
   */
  @Override
  public Reference getReference() {
    final Reference reference =
        new Reference(
            BedrockDataSource.class.getName(), BedrockDataSourceFactory.class.getName(), null);
    reference.add(new StringRefAddr(URL, url));
    reference.add(new StringRefAddr(LOGIN_TIMEOUT, Integer.toString(loginTimeout)));
    values.forEach((key, text) -> reference.add(new StringRefAddr(key, text)));
    return reference;
  }

  /** {@code jdbc:bedrock:} with any keys, or null for none. */
  public void setUrl(String url) {
    this.url = url == null ? JdbcUrl.PREFIX : url;
  }

  /** As text, as in a URL; null or an empty text takes the value away. */
  void set(Property<?> property, String text) {
    if (text == null || text.isEmpty()) {
      values.remove(property.key());
    } else {
      values.put(property.key(), text);
    }
  }

  /** What was set, else the default; null if there is neither. */
  private String text(Property<?> property) {
    final String given = values.get(property.key());
    return given == null ? property.defaultText().orElse(null) : given;
  }

  private int limit(Property<?> property) {
    final String text = text(property);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private void limit(Property<?> property, int most) {
    set(property, most == 0 ? null : Integer.toString(most));
  }

  public String getRegion() {
    return text(Property.REGION);
  }

  public void setRegion(String region) {
    set(Property.REGION, region);
  }

  public String getProfile() {
    return text(Property.PROFILE);
  }

  public void setProfile(String profile) {
    set(Property.PROFILE, profile);
  }

  public String getUser() {
    return text(Property.USER);
  }

  public void setUser(String user) {
    set(Property.USER, user);
  }

  public void setPassword(String password) {
    set(Property.PASSWORD, password);
  }

  public void setSessionToken(String sessionToken) {
    set(Property.SESSION_TOKEN, sessionToken);
  }

  public void setApiKey(String apiKey) {
    set(Property.API_KEY, apiKey);
  }

  public String getRoleArn() {
    return text(Property.ROLE_ARN);
  }

  public void setRoleArn(String roleArn) {
    set(Property.ROLE_ARN, roleArn);
  }

  public String getExternalId() {
    return text(Property.EXTERNAL_ID);
  }

  public void setExternalId(String externalId) {
    set(Property.EXTERNAL_ID, externalId);
  }

  public String getRoleSessionName() {
    return text(Property.ROLE_SESSION_NAME);
  }

  public void setRoleSessionName(String roleSessionName) {
    set(Property.ROLE_SESSION_NAME, roleSessionName);
  }

  public String getEndpoint() {
    return text(Property.ENDPOINT);
  }

  public void setEndpoint(String endpoint) {
    set(Property.ENDPOINT, endpoint);
  }

  public boolean isAllowInsecureEndpoint() {
    return Boolean.parseBoolean(text(Property.ALLOW_INSECURE_ENDPOINT));
  }

  public void setAllowInsecureEndpoint(boolean allowInsecureEndpoint) {
    set(Property.ALLOW_INSECURE_ENDPOINT, Boolean.toString(allowInsecureEndpoint));
  }

  /** False where nothing was set, and the AWS settings decide. */
  public boolean isFips() {
    return Boolean.parseBoolean(text(Property.FIPS));
  }

  public void setFips(boolean fips) {
    set(Property.FIPS, Boolean.toString(fips));
  }

  /** False where nothing was set, and the AWS settings decide. */
  public boolean isDualstack() {
    return Boolean.parseBoolean(text(Property.DUALSTACK));
  }

  public void setDualstack(boolean dualstack) {
    set(Property.DUALSTACK, Boolean.toString(dualstack));
  }

  public boolean isPushdown() {
    return Boolean.parseBoolean(text(Property.PUSHDOWN));
  }

  public void setPushdown(boolean pushdown) {
    set(Property.PUSHDOWN, Boolean.toString(pushdown));
  }

  public int getPageSize() {
    return Integer.parseInt(text(Property.PAGE_SIZE));
  }

  public void setPageSize(int pageSize) {
    set(Property.PAGE_SIZE, Integer.toString(pageSize));
  }

  public int getParallelism() {
    return Integer.parseInt(text(Property.PARALLELISM));
  }

  public void setParallelism(int parallelism) {
    set(Property.PARALLELISM, Integer.toString(parallelism));
  }

  /** 0, the default, for no limit. */
  public int getRequestsPerSecond() {
    return limit(Property.REQUESTS_PER_SECOND);
  }

  public void setRequestsPerSecond(int requestsPerSecond) {
    limit(Property.REQUESTS_PER_SECOND, requestsPerSecond);
  }

  public int getMaxAttempts() {
    return Integer.parseInt(text(Property.MAX_ATTEMPTS));
  }

  public void setMaxAttempts(int maxAttempts) {
    set(Property.MAX_ATTEMPTS, Integer.toString(maxAttempts));
  }

  public int getConnectTimeout() {
    return Integer.parseInt(text(Property.CONNECT_TIMEOUT));
  }

  public void setConnectTimeout(int connectTimeout) {
    set(Property.CONNECT_TIMEOUT, Integer.toString(connectTimeout));
  }

  public int getRequestTimeout() {
    return Integer.parseInt(text(Property.REQUEST_TIMEOUT));
  }

  public void setRequestTimeout(int requestTimeout) {
    set(Property.REQUEST_TIMEOUT, Integer.toString(requestTimeout));
  }

  /** 0, the default, for no limit. */
  public int getMaxRequests() {
    return limit(Property.MAX_REQUESTS);
  }

  public void setMaxRequests(int maxRequests) {
    limit(Property.MAX_REQUESTS, maxRequests);
  }

  public String getOnUnreachable() {
    return text(Property.ON_UNREACHABLE);
  }

  public void setOnUnreachable(String onUnreachable) {
    set(Property.ON_UNREACHABLE, onUnreachable);
  }

  public boolean isReadMessages() {
    return Boolean.parseBoolean(text(Property.READ_MESSAGES));
  }

  public void setReadMessages(boolean readMessages) {
    set(Property.READ_MESSAGES, Boolean.toString(readMessages));
  }

  public boolean isVerify() {
    return Boolean.parseBoolean(text(Property.VERIFY));
  }

  public void setVerify(boolean verify) {
    set(Property.VERIFY, Boolean.toString(verify));
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    throw SqlErrors.of(
        SqlState.NOT_SUPPORTED, "There are no connection builders: set the properties");
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    throw SqlErrors.of(SqlState.NOT_SUPPORTED, "There are no sharding keys");
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  /** Seconds that connecting may take where {@code verify} is set; 0 for no limit. */
  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    SqlErrors.checkNotNegative(seconds, "A timeout");
    loginTimeout = seconds;
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }

  /** Kept, and never written to: the driver logs to {@link #getParentLogger()}. */
  @Override
  public void setLogWriter(PrintWriter writer) {
    logWriter = writer;
  }

  @Override
  public Logger getParentLogger() {
    return BedrockDriver.current().getParentLogger();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return WrapperSupport.is(this, type);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return WrapperSupport.unwrap(this, type);
  }

  /** The settings as a URL without secrets, or what is wrong with them. */
  @Override
  public String toString() {
    final Properties properties = new Properties();
    properties.putAll(values);
    try {
      return "BedrockDataSource[" + Settings.of(url, properties).url() + "]";
    } catch (ConfigException e) {
      return "BedrockDataSource[" + e.getMessage() + "]";
    }
  }
}
