package io.github.bedrockjdbc.adapter.config;

/** A connection setting that is unknown, or a value that it does not take. Quotes no secret. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which key, what is wrong, and what is accepted. */
  public ConfigException(String message) {
    super(message);
  }
}
