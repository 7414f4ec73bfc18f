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
 * Makes a {@link BedrockDataSource} of what a naming service keeps of it, or of what a server's
 * configuration says.
 */
public final class BedrockDataSourceFactory implements ObjectFactory {
  /** For naming services. */
  public BedrockDataSourceFactory() {}

  /**
   * @return null for a reference to something else
   * @throws NamingException for a key that looks like one of ours misspelt; others are the server's
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
