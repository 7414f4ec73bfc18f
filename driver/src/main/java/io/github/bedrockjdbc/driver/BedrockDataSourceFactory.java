package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.config.Property;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.NamingException;
import javax.naming.RefAddr;
import javax.naming.Reference;
import javax.naming.spi.ObjectFactory;

/**
 * Makes a {@link BedrockDataSource} from its JNDI reference, or from the configuration of an
 * application server. The keys are those of the connection URL, {@code url} and {@code
 * loginTimeout} (seconds).
 */
public final class BedrockDataSourceFactory implements ObjectFactory {
  /** Makes a factory, for JNDI. */
  public BedrockDataSourceFactory() {}

  /**
   * Makes a data source from a reference. Values are checked when a connection is requested.
   *
   * @param object a {@link Reference} to a {@link BedrockDataSource} or a {@code
   *     javax.sql.DataSource}; anything else gives null
   * @param name not used; may be null
   * @param context not used; may be null
   * @param environment not used; may be null
   * @return the data source, or null if the object is no such reference
   * @throws NamingException if a key resembles a connection property, which is then a misspelling,
   *     or the login timeout is no number of seconds; other keys are the server's own
   */
  @Override
  public BedrockDataSource getObjectInstance(
      Object object, Name name, Context context, Hashtable<?, ?> environment)
      throws NamingException {
    if (!(object instanceof Reference reference) || !isOurs(reference)) {
      return null;
    }
    final BedrockDataSource source = new BedrockDataSource();
    for (RefAddr address : Collections.list(reference.getAll())) {
      if (address.getContent() instanceof String text) {
        set(source, address.getType(), text);
      }
    }
    return source;
  }

  private static boolean isOurs(Reference reference) {
    return reference.getClassName().equals(BedrockDataSource.class.getName())
        || reference.getClassName().equals(javax.sql.DataSource.class.getName());
  }

  private static void set(BedrockDataSource source, String key, String text)
      throws NamingException {
    final Optional<Property<?>> property = Property.ofKey(key);
    if (property.isPresent()) {
      source.set(property.get(), text);
    } else if (key.equals(BedrockDataSource.URL)) {
      source.setUrl(text);
    } else if (key.equals(BedrockDataSource.LOGIN_TIMEOUT)) {
      setLoginTimeout(source, text);
    } else if (Config.nearestKey(key).isPresent()) {
      throw new NamingException(Config.unknown(key));
    }
  }

  private static void setLoginTimeout(BedrockDataSource source, String text)
      throws NamingException {
    try {
      source.setLoginTimeout(Integer.parseInt(text));
    } catch (NumberFormatException | SQLException e) {
      throw new NamingException("loginTimeout takes seconds from 0 on, not '" + text + "'");
    }
  }
}
