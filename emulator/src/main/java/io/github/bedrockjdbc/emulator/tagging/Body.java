package io.github.bedrockjdbc.emulator.tagging;

import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of a request's body, by type; of another type they are refused. */
record Body(Map<?, ?> members) {
  private static final int MOST_FILTERS = 50;
  private static final int MOST_VALUES = 20;

  static ServiceError invalid(String message) {
    return new ServiceError(400, "InvalidParameterException", message);
  }

  /** A client that sends what the model does not know has a mistake. */
  void known(List<String> names) {
    for (final Object name : members.keySet()) {
      if (!names.contains(name)) {
        throw invalid("Unknown parameter " + name);
      }
    }
  }

  /** Nothing else may be given beside this. */
  void alone(String name) {
    for (final Object other : members.keySet()) {
      if (!other.equals(name)) {
        throw invalid(name + " cannot be given together with " + other);
      }
    }
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  Optional<String> text(String name, int longest) {
    final Object value = members.get(name);
    if (has(name) && !(value instanceof String text && text.length() <= longest)) {
      throw wrongType();
    }
    return Optional.ofNullable((String) value).filter(text -> !text.isEmpty());
  }

  long number(String name, long standard) {
    if (!has(name)) {
      return standard;
    }
    if (members.get(name) instanceof Long number) {
      return number;
    }
    throw wrongType();
  }

  boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    if (members.get(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrongType();
  }

  List<String> texts(String name, int most) {
    return has(name) ? texts(members.get(name), name, most) : List.of();
  }

  /** {@code [{"Key": …, "Values": […]}]}. */
  Map<String, List<String>> filters(String name) {
    final Map<String, List<String>> filters = new LinkedHashMap<>();
    if (!has(name)) {
      return filters;
    }
    if (!(members.get(name) instanceof List<?> list)) {
      throw wrongType();
    }
    if (list.size() > MOST_FILTERS) {
      throw invalid(name + " has more than " + MOST_FILTERS + " items");
    }
    for (final Object each : list) {
      if (!(each instanceof Map<?, ?> filter)) {
        throw wrongType();
      }
      final Body one = new Body(filter);
      one.known(List.of("Key", "Values"));
      filters.put(
          one.text("Key", 128).orElseThrow(() -> invalid("A tag filter needs a key")),
          one.texts("Values", MOST_VALUES));
    }
    return filters;
  }

  private static List<String> texts(Object value, String name, int most) {
    if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
      throw wrongType();
    }
    if (list.size() > most) {
      throw invalid(name + " has more than " + most + " items");
    }
    return list.stream().map(String.class::cast).toList();
  }

  private static ServiceError wrongType() {
    return new ServiceError(400, "SerializationException", "");
  }
}
