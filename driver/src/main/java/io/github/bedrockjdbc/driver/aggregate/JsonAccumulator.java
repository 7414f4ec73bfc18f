package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.runtime.TextLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.runtime.JsonFunctions;
import org.apache.calcite.sql.SqlJsonConstructorNullClause;

/** Values, or pairs of key and value, as a JSON text; null if there are none. */
final class JsonAccumulator implements Accumulator {
  private final SqlJsonConstructorNullClause nulls;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final List<Object> elements = new ArrayList<>();
  private boolean isObject;
  private boolean isEmpty = true;
  private long characters;

  JsonAccumulator(SqlJsonConstructorNullClause nulls) {
    this.nulls = nulls;
  }

  @Override
  public void add(Object[] arguments) {
    isEmpty = false;
    isObject = arguments.length == 2;
    for (Object argument : arguments) {
      characters += argument instanceof String text ? text.length() : 1;
    }
    TextLimit.check(characters); // at least as many as the result will have
    if (isObject) {
      JsonFunctions.jsonObjectAggAdd(members, (String) arguments[0], arguments[1], nulls);
    } else {
      JsonFunctions.jsonArrayAggAdd(elements, arguments[0], nulls);
    }
  }

  @Override
  public Object result() {
    if (isEmpty) {
      return null;
    }
    final String text = JsonFunctions.jsonize(isObject ? members : elements);
    TextLimit.check(text.length());
    return text;
  }
}
