package io.github.bedrockjdbc.driver.json;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.runtime.JsonFunctions;
import org.apache.calcite.sql.SqlJsonExistsErrorBehavior;
import org.apache.calcite.sql.SqlJsonValueEmptyOrErrorBehavior;

/**
 * What a path finds in a JSON text. Calcite takes a null for nothing, and what is missing for an
 * error. For generated code.
 */
public final class JsonPaths {
  private static final Pattern MODE =
      Pattern.compile("\\s*(strict|lax)\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern QUOTED =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'", Pattern.DOTALL);

  /** Of paths that find any number of values. */
  private static final Pattern SEVERAL = Pattern.compile("\\.\\.|\\*|\\?|\\[[^\\]]*[,:]");

  private static final Object NOTHING = new Object();

  private JsonPaths() {}

  /** A path that looks at each part of a document once. */
  public static String path(String path) {
    if (path.contains("=~")) {
      throw new SqlFault(
          SqlState.INVALID_ARGUMENT_VALUE,
          "a JSON path does not support =~: write REGEXP_LIKE(JSON_VALUE(x, '$.name'), 'pattern')");
    }
    if (path.indexOf("..") != path.lastIndexOf("..")) {
      throw new SqlFault(
          SqlState.INVALID_ARGUMENT_VALUE,
          "a JSON path may contain '..' only once: name the members in between");
    }
    return bracketed(path);
  }

  /** With its quoted keys as the library below has them: in brackets. */
  private static String bracketed(String path) {
    final Matcher quoted = QUOTED.matcher(path);
    final StringBuilder text = new StringBuilder();
    int end = 0;
    while (quoted.find()) {
      final int start = quoted.start();
      final boolean isKey = start > 0 && path.charAt(start - 1) == '.' && path.charAt(start) == '"';
      if (isKey) {
        final boolean isDeep = start > 1 && path.charAt(start - 2) == '.';
        text.append(path, end, isDeep ? start : start - 1)
            .append("['")
            .append(
                path.substring(start + 1, quoted.end() - 1)
                    .replace("\\\"", "\"")
                    .replace("'", "\\'"))
            .append("']");
        end = quoted.end();
      }
    }
    return text.append(path, end, path.length()).toString();
  }

  /**
   * Whether a path finds something.
   *
   * @param onError the name of a {@link SqlJsonExistsErrorBehavior}
   */
  public static Boolean exists(Object json, Object path, Object onError) {
    if (json == null || path == null) {
      return null;
    }
    try {
      return found((String) json, (String) path) != NOTHING;
    } catch (UnreadableException e) {
      return switch (SqlJsonExistsErrorBehavior.valueOf((String) onError)) {
        case TRUE -> true;
        case FALSE -> false;
        case UNKNOWN -> null;
        case ERROR -> throw e.fault();
      };
    }
  }

  /**
   * The value that a path finds, as a text.
   *
   * @param onEmpty the name of a {@link SqlJsonValueEmptyOrErrorBehavior}
   * @param onError the same
   */
  public static String value(
      Object json,
      Object path,
      Object onEmpty,
      Object valueOnEmpty,
      Object onError,
      Object valueOnError) {
    if (json == null || path == null) {
      return null;
    }
    try {
      final Object found = found((String) json, (String) path);
      if (found == NOTHING) {
        return instead(
            onEmpty,
            valueOnEmpty,
            new UnreadableException("The JSON path '" + path + "' finds nothing"));
      }
      if (found instanceof List || found instanceof Map) {
        throw new UnreadableException(
            "The JSON path '" + path + "' finds no single value: use JSON_QUERY");
      }
      return found == null ? null : found.toString();
    } catch (UnreadableException e) {
      return instead(onError, valueOnError, e);
    }
  }

  private static String instead(Object behavior, Object value, UnreadableException otherwise) {
    return switch (SqlJsonValueEmptyOrErrorBehavior.valueOf((String) behavior)) {
      case NULL -> null;
      case DEFAULT -> (String) value;
      case ERROR -> throw otherwise.fault();
    };
  }

  /** The value, which may be null, or that there is none; several values are a list. */
  private static Object found(String json, String path) throws UnreadableException {
    final Matcher mode = MODE.matcher(path);
    final String steps = mode.matches() ? mode.group(2) : path;
    final boolean isStrict = mode.matches() && mode.group(1).equalsIgnoreCase("strict");
    final JsonFunctions.JsonPathContext read =
        JsonFunctions.jsonApiCommonSyntax(json, "strict " + steps);
    if (json.strip().equals("null")) { // of which the library below reads nothing
      return steps.strip().equals("$") ? null : NOTHING;
    }
    if (read.exc instanceof CalciteException && read.exc.getMessage().contains("non empty")) {
      return null;
    }
    if (steps.isBlank()
        || read.exc instanceof CalciteException
        || read.exc instanceof IllegalArgumentException) {
      throw new SqlFault(
          SqlState.INVALID_ARGUMENT_VALUE,
          "'" + path + "' is not a JSON path; write such as '$.name' or '$.list[0]'");
    }
    if (read.exc != null) {
      final boolean isMissing = read.exc.getClass().getSimpleName().equals("PathNotFoundException");
      if (isMissing && !isStrict) {
        return NOTHING;
      }
      throw new UnreadableException(
          isMissing ? "The JSON path '" + path + "' finds nothing" : "A text is not valid JSON");
    }
    if (read.obj instanceof List<?> list
        && SEVERAL.matcher(QUOTED.matcher(steps).replaceAll("")).find()) {
      return list.isEmpty() ? NOTHING : list.size() == 1 ? list.get(0) : list;
    }
    return read.obj;
  }

  /** What {@code ON ERROR} is about. */
  private static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
      super(message);
    }

    SqlFault fault() {
      return new SqlFault(SqlState.INVALID_JSON, getMessage());
    }
  }
}
