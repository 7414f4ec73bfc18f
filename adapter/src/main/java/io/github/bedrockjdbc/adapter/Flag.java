package io.github.bedrockjdbc.adapter;

/** The values that a property of two values takes. */
final class Flag {
  static final String ACCEPTED = "true or false";

  private Flag() {}

  static boolean parse(String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException();
    }
    return Boolean.parseBoolean(text);
  }
}
