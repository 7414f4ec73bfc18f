package io.github.bedrockjdbc.adapter.config;

import io.github.bedrockjdbc.adapter.api.Address;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How values of properties are read; {@code IllegalArgumentException} for what is refused. */
final class PropertyValue {
  /** What {@link #flag} takes. */
  static final String FLAG = "true or false";

  /** What {@link #endpoint} takes. */
  static final String ENDPOINT =
      "an http or https URL without user, query or fragment, and with " + Address.PORT + " or none";

  private PropertyValue() {}

  static boolean flag(String text) {
    require(text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
    return Boolean.parseBoolean(text);
  }

  static Optional<String> plainText(String text) {
    require(text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl));
    return Optional.of(text);
  }

  /** What can stand in a header; the HTTP client would quote anything else. */
  static Optional<String> sendable(String text) {
    require(text.equals(text.strip()) && text.chars().allMatch(c -> c >= ' ' && c <= '~'));
    return Optional.of(text);
  }

  static Optional<RegionChoice> regions(String text) {
    return Optional.of(RegionChoice.of(list(text)));
  }

  static Optional<List<String>> profiles(String text) {
    final List<String> profiles = list(text);
    profiles.forEach(PropertyValue::plainText);
    return Optional.of(profiles);
  }

  /** The name of a role may hold a comma, too. */
  static Optional<List<String>> roles(String text) {
    final List<String> roles = list(text, ",(?=\\s*arn:)|,$");
    require(
        roles.stream().allMatch(role -> role.matches("arn:aws[a-z-]*:iam::\\d{12}:role/[!-~]+")));
    return Optional.of(roles);
  }

  private static List<String> list(String text) {
    return list(text, ",");
  }

  private static List<String> list(String text, String separator) {
    final List<String> elements =
        Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    require(elements.stream().distinct().count() == elements.size());
    require(elements.stream().noneMatch(String::isEmpty));
    return elements;
  }

  static OnUnreachable onUnreachable(String text) {
    return OnUnreachable.valueOf(text.toUpperCase(Locale.ROOT));
  }

  static Optional<URI> endpoint(String text) {
    final URI uri = URI.create(text);
    require(uri.getScheme() != null && uri.getHost() != null);
    require(uri.getScheme().toLowerCase(Locale.ROOT).matches("https?"));
    require(Address.isPort(uri.getPort()));
    require(Arrays.asList(uri.getQuery(), uri.getFragment()).stream().allMatch(p -> p == null));
    return Optional.of(uri);
  }

  static int integer(String text, int least, int most) {
    final int value = Integer.parseInt(text);
    require(value >= least && value <= most);
    return value;
  }

  static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }
}
