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
 * same; {@code url} may hold any of them, and wins. Values are checked when a connection is
 * requested, which then fails with SQLState 08001. Set all properties before other threads use the
 * data source.
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

  /** Values by key, secrets included. */
  private final TreeMap<String, String> values = new TreeMap<>();

  /** Has keys that take precedence over {@link #values}. */
  private String url = JdbcUrl.PREFIX;

  /** In seconds; 0 for no limit. */
  private int loginTimeout;

  private transient PrintWriter logWriter;

  /** Makes a data source whose settings all come from the AWS tools' configuration. */
  public BedrockDataSource() {}

  /**
   * Connects. Sends nothing to the service unless {@linkplain #setVerify verify} is set.
   *
   * @return a new connection; never null
   * @throws SQLException with SQLState 08001 if a property or the URL is not accepted, and with
   *     {@code verify} whatever a query would fail with
   */
  @Override
  public Connection getConnection() throws SQLException {
    return connect(url, values);
  }

  /**
   * As {@link #getConnection()}, but with this key pair, which takes precedence over the URL's.
   *
   * @param user access key id; null or empty for what the properties say
   * @param password secret access key; null counts as empty
   * @return a new connection; never null
   * @throws SQLException as {@link #getConnection()}
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
   * {@return all properties, secrets included in clear, for a naming service; {@link
   * BedrockDataSourceFactory} reads them}
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

  /**
   * Sets a URL, whose keys take precedence over the properties. It cannot be read back, since it
   * may hold secrets.
   *
   * @param url {@code jdbc:bedrock:} with any keys; null for none
   */
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

  /** {@return regions to query, or null if none are set} */
  public String getRegion() {
    return text(Property.REGION);
  }

  /**
   * Sets the regions to query.
   *
   * @param region AWS region, several separated by commas, a pattern such as {@code us-*}, or
   *     {@code all}; a leading minus excludes; null for the AWS region chain
   */
  public void setRegion(String region) {
    set(Property.REGION, region);
  }

  /** {@return AWS profiles, or null if none are set} */
  public String getProfile() {
    return text(Property.PROFILE);
  }

  /**
   * Sets where credentials and, unless set here, the region come from.
   *
   * @param profile AWS profile; several, separated by commas, are several accounts; null for the
   *     AWS credential chain
   */
  public void setProfile(String profile) {
    set(Property.PROFILE, profile);
  }

  /** {@return access key id, or null if none is set} */
  public String getUser() {
    return text(Property.USER);
  }

  /**
   * Sets the AWS access key id, which needs a {@linkplain #setPassword password}.
   *
   * @param user access key id; null for the AWS credential chain
   */
  public void setUser(String user) {
    set(Property.USER, user);
  }

  /**
   * Sets the AWS secret access key that belongs to the {@linkplain #setUser user}. It cannot be
   * read back.
   *
   * @param password secret access key, or null for none
   */
  public void setPassword(String password) {
    set(Property.PASSWORD, password);
  }

  /**
   * Sets the session token of temporary credentials. It cannot be read back.
   *
   * @param sessionToken session token, used with user and password, or null for none
   */
  public void setSessionToken(String sessionToken) {
    set(Property.SESSION_TOKEN, sessionToken);
  }

  /**
   * Sets a Bedrock API key, which is sent instead of a signature to wherever {@linkplain
   * #setEndpoint endpoint} points. It cannot be read back.
   *
   * @param apiKey API key, or null for none
   */
  public void setApiKey(String apiKey) {
    set(Property.API_KEY, apiKey);
  }

  /** {@return ARNs of the roles to assume, or null if none are set} */
  public String getRoleArn() {
    return text(Property.ROLE_ARN);
  }

  /**
   * Sets the role to assume with the credentials that the other properties give.
   *
   * @param roleArn ARN of an IAM role; several, separated by commas, are several accounts; null for
   *     none
   */
  public void setRoleArn(String roleArn) {
    set(Property.ROLE_ARN, roleArn);
  }

  /** {@return external id, or null if none is set} */
  public String getExternalId() {
    return text(Property.EXTERNAL_ID);
  }

  /**
   * Sets the external id that the trust policy of the {@linkplain #setRoleArn role} requires.
   *
   * @param externalId 2 to 1224 letters, digits and {@code +=,.@:/-}, or null for none
   */
  public void setExternalId(String externalId) {
    set(Property.EXTERNAL_ID, externalId);
  }

  /** {@return name of role sessions, or null if none is set} */
  public String getRoleSessionName() {
    return text(Property.ROLE_SESSION_NAME);
  }

  /**
   * Sets the name of the session in AWS logs when a {@linkplain #setRoleArn role} is assumed.
   *
   * @param roleSessionName 2 to 64 letters, digits and {@code +=,.@-}; null for {@code
   *     bedrock-jobs-jdbc}
   */
  public void setRoleSessionName(String roleSessionName) {
    set(Property.ROLE_SESSION_NAME, roleSessionName);
  }

  /** {@return base URL, or null if the region's own is used} */
  public String getEndpoint() {
    return text(Property.ENDPOINT);
  }

  /**
   * Sets the base URL to call instead of the region's own.
   *
   * @param endpoint {@code https} URL, or an {@code http} URL on the loopback interface; null for
   *     the AWS endpoint settings
   */
  public void setEndpoint(String endpoint) {
    set(Property.ENDPOINT, endpoint);
  }

  /** {@return base URL of S3, or null if the region's own is used} */
  public String getS3Endpoint() {
    return text(Property.S3_ENDPOINT);
  }

  /**
   * Sets the base URL of S3, which {@code job_details} reads manifests from.
   *
   * @param s3Endpoint as for {@link #setEndpoint}; null for an endpoint on the loopback interface,
   *     else the AWS endpoint settings
   */
  public void setS3Endpoint(String s3Endpoint) {
    set(Property.S3_ENDPOINT, s3Endpoint);
  }

  /** {@return base URL of the Resource Groups Tagging API, or null if the region's own is used} */
  public String getTaggingEndpoint() {
    return text(Property.TAGGING_ENDPOINT);
  }

  /**
   * Sets the base URL of the Resource Groups Tagging API, which {@code job_details} reads tags
   * from.
   *
   * @param taggingEndpoint as for {@link #setS3Endpoint}
   */
  public void setTaggingEndpoint(String taggingEndpoint) {
    set(Property.TAGGING_ENDPOINT, taggingEndpoint);
  }

  /** {@return whether an {@code http} endpoint may be on another machine; false by default} */
  public boolean isAllowInsecureEndpoint() {
    return Boolean.parseBoolean(text(Property.ALLOW_INSECURE_ENDPOINT));
  }

  /**
   * Allows an {@code http} endpoint on another machine, so that requests and an API key travel
   * unencrypted.
   *
   * @param allowInsecureEndpoint true to allow it
   */
  public void setAllowInsecureEndpoint(boolean allowInsecureEndpoint) {
    set(Property.ALLOW_INSECURE_ENDPOINT, Boolean.toString(allowInsecureEndpoint));
  }

  /** {@return whether FIPS endpoints are used; false if unset, when the AWS settings decide} */
  public boolean isFips() {
    return Boolean.parseBoolean(text(Property.FIPS));
  }

  /**
   * Selects the region's FIPS endpoint.
   *
   * @param fips true for the FIPS endpoint
   */
  public void setFips(boolean fips) {
    set(Property.FIPS, Boolean.toString(fips));
  }

  /**
   * {@return whether dual-stack endpoints are used; false if unset, when the AWS settings decide}
   */
  public boolean isDualstack() {
    return Boolean.parseBoolean(text(Property.DUALSTACK));
  }

  /**
   * Selects the region's dual-stack (IPv6) endpoint.
   *
   * @param dualstack true for the dual-stack endpoint
   */
  public void setDualstack(boolean dualstack) {
    set(Property.DUALSTACK, Boolean.toString(dualstack));
  }

  /** {@return whether filters and limits are sent to the service; true by default} */
  public boolean isPushdown() {
    return Boolean.parseBoolean(text(Property.PUSHDOWN));
  }

  /**
   * Sets whether filters, order and limits are sent to the service. The rows are the same either
   * way.
   *
   * @param pushdown false to filter in the driver only
   */
  public void setPushdown(boolean pushdown) {
    set(Property.PUSHDOWN, Boolean.toString(pushdown));
  }

  /** {@return jobs per page; 1000 by default} */
  public int getPageSize() {
    return Integer.parseInt(text(Property.PAGE_SIZE));
  }

  /**
   * Sets the page size of full scans.
   *
   * @param pageSize jobs per request, 1 to 1000
   */
  public void setPageSize(int pageSize) {
    set(Property.PAGE_SIZE, Integer.toString(pageSize));
  }

  /** {@return maximum concurrent requests per query; 4 by default} */
  public int getParallelism() {
    return Integer.parseInt(text(Property.PARALLELISM));
  }

  /**
   * Sets the maximum concurrent requests per query.
   *
   * @param parallelism number of requests, 1 to 64
   */
  public void setParallelism(int parallelism) {
    set(Property.PARALLELISM, Integer.toString(parallelism));
  }

  /** {@return maximum requests per second; 0, the default, for no limit} */
  public int getRequestsPerSecond() {
    return limit(Property.REQUESTS_PER_SECOND);
  }

  /**
   * Sets the maximum request rate, which all connections with equal settings share.
   *
   * @param requestsPerSecond requests per second, 1 to 1000, or 0 for no limit
   */
  public void setRequestsPerSecond(int requestsPerSecond) {
    limit(Property.REQUESTS_PER_SECOND, requestsPerSecond);
  }

  /** {@return maximum attempts per request; 5 by default} */
  public int getMaxAttempts() {
    return Integer.parseInt(text(Property.MAX_ATTEMPTS));
  }

  /**
   * Sets how often a request is attempted, the first attempt included.
   *
   * @param maxAttempts number of attempts, 1 to 20
   */
  public void setMaxAttempts(int maxAttempts) {
    set(Property.MAX_ATTEMPTS, Integer.toString(maxAttempts));
  }

  /** {@return connect timeout in seconds; 5 by default} */
  public int getConnectTimeout() {
    return Integer.parseInt(text(Property.CONNECT_TIMEOUT));
  }

  /**
   * Sets how long opening a connection to the service may take.
   *
   * @param connectTimeout seconds, 1 to 3600
   */
  public void setConnectTimeout(int connectTimeout) {
    set(Property.CONNECT_TIMEOUT, Integer.toString(connectTimeout));
  }

  /** {@return request timeout in seconds; 30 by default} */
  public int getRequestTimeout() {
    return Integer.parseInt(text(Property.REQUEST_TIMEOUT));
  }

  /**
   * Sets how long one attempt of a request may take.
   *
   * @param requestTimeout seconds, 1 to 3600
   */
  public void setRequestTimeout(int requestTimeout) {
    set(Property.REQUEST_TIMEOUT, Integer.toString(requestTimeout));
  }

  /** {@return maximum requests per query; 0, the default, for no limit} */
  public int getMaxRequests() {
    return limit(Property.MAX_REQUESTS);
  }

  /**
   * Sets how many requests a query may send; one that needs more fails.
   *
   * @param maxRequests number of requests, or 0 for no limit
   */
  public void setMaxRequests(int maxRequests) {
    limit(Property.MAX_REQUESTS, maxRequests);
  }

  /**
   * {@return what happens to a query when a region or account is unreachable; {@code fail} by
   * default}
   */
  public String getOnUnreachable() {
    return text(Property.ON_UNREACHABLE);
  }

  /**
   * Sets what happens to a query when a region or account is unreachable.
   *
   * @param onUnreachable {@code fail}, or {@code skip} to leave it out with a warning
   */
  public void setOnUnreachable(String onUnreachable) {
    set(Property.ON_UNREACHABLE, onUnreachable);
  }

  /** {@return whether failure messages are read; true by default} */
  public boolean isReadMessages() {
    return Boolean.parseBoolean(text(Property.READ_MESSAGES));
  }

  /**
   * Sets whether queries read the failure message, which takes one request per failed job.
   *
   * @param readMessages false for the column {@code message} as the list gives it, usually null
   */
  public void setReadMessages(boolean readMessages) {
    set(Property.READ_MESSAGES, Boolean.toString(readMessages));
  }

  /** {@return how old rows of a query may be, in seconds; 0 by default: each query asks} */
  public int getMaxAge() {
    return Integer.parseInt(text(Property.MAX_AGE));
  }

  /**
   * Sets how old the rows of a query may be; rows that are younger are not requested again.
   *
   * @param maxAge seconds, from 0, which requests them for each query, to 86,400
   */
  public void setMaxAge(int maxAge) {
    set(Property.MAX_AGE, Integer.toString(maxAge));
  }

  /** {@return whether connecting verifies the credentials; false by default} */
  public boolean isVerify() {
    return Boolean.parseBoolean(text(Property.VERIFY));
  }

  /**
   * Sets whether connecting sends one request per region and account, so that bad credentials fail
   * at once.
   *
   * @param verify true to verify
   */
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

  /**
   * Sets how long connecting may take where {@linkplain #setVerify verify} is set; otherwise it
   * waits for nothing.
   *
   * @param seconds 0 for no limit
   * @throws SQLException with SQLState HY024 if negative
   */
  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    SqlErrors.checkNotNegative(seconds, "A timeout");
    loginTimeout = seconds;
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }

  /**
   * Keeps a writer, without ever writing to it: the driver logs to {@link #getParentLogger()}.
   *
   * @param writer given back by {@link #getLogWriter()}; may be null
   */
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

  /** {@return the settings as a URL without secrets, or what is wrong with them} */
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
