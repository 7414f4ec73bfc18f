package io.github.bedrockjdbc.adapter.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Arn;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import io.github.bedrockjdbc.adapter.api.PlainText;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn.Part;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Makes a row of a job's JSON: the values of a layout, everything else skipped unread. Safe for
 * several threads.
 */
public final class JobDecoder implements ObjectReader<Object[]> {
  /** Where nothing is expected yet. */
  private static final Node NONE = new Node("");

  private final RowLayout layout;
  private final JobColumn[] columns;
  private final int arn;
  private final String region;
  private final Execution execution;
  private final Missing missing;
  private final Node job = new Node("");
  private final JsonFactory json = new JsonFactory();

  /**
   * @param layout must have the ARN: it names the job in what is said about it
   */
  public JobDecoder(RowLayout layout, String region, Execution execution) {
    this(layout, region, execution, Missing.SHOWN);
  }

  private JobDecoder(RowLayout layout, String region, Execution execution, Missing missing) {
    this.missing = missing;
    this.layout = layout;
    this.columns = layout.columns().toArray(new JobColumn[0]);
    this.arn = layout.indexOf(JobColumn.JOB_ARN);
    this.region = region;
    this.execution = execution;
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].part() != Part.REGION_ASKED) {
        node(columns[i].path()).show(i);
      }
    }
    if (layout.hasHint()) {
      node(JobColumn.SUBMIT_TIME.path()).hint = columns.length;
    }
  }

  private Node node(String path) {
    Node node = job;
    for (String name : path.split("\\.", -1)) {
      node = node.fields.computeIfAbsent(name, Node::new);
    }
    return node;
  }

  /** The same, but a job that lacks a required field is an answer that cannot be used. */
  public JobDecoder refusingIncomplete() {
    return new JobDecoder(layout, region, execution, Missing.REFUSED);
  }

  /** The same, but a required text that a job lacks is null, for whoever shows it later. */
  public JobDecoder keepingIncomplete() {
    return new JobDecoder(layout, region, execution, Missing.KEPT);
  }

  /** The same for one job: what is told of another one is no answer. */
  public ObjectReader<Object[]> of(String jobArn) {
    return parser -> {
      final Object[] row = read(parser);
      if (!jobArn.equals(row[arn])) {
        throw new ApiException(Kind.BAD_ANSWER, "the response describes another job, " + arn(row));
      }
      return row;
    };
  }

  private String arn(Object[] row) {
    return PlainText.of((String) row[arn], PlainText.LONGEST_NAME);
  }

  @Override
  public Object[] read(JsonParser parser) throws IOException {
    final Object[] row = new Object[layout.width()];
    readObject(parser, job, row);
    complete(row);
    return row;
  }

  private void readObject(JsonParser parser, Node node, Object[] row) throws IOException {
    Guess guess = node.first;
    while (true) {
      final Node expected = guess.field;
      final boolean isExpected = parser.nextFieldName(expected.name);
      if (!isExpected && parser.currentToken() != JsonToken.FIELD_NAME) {
        return;
      }
      final Node field =
          isExpected && expected != NONE ? expected : node.fields.get(parser.currentName());
      if (field != null) {
        guess.field = field;
        guess = field.next;
      }
      final JsonToken value = parser.nextToken();
      if (field == null || value == JsonToken.VALUE_NULL) {
        parser.skipChildren();
      } else if (field.isNested()) {
        readNested(parser, field, row);
      } else {
        readValue(parser, field, row);
      }
    }
  }

  private void readNested(JsonParser parser, Node field, Object[] row) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw unexpected(parser, "an object");
    }
    readObject(parser, field, row);
  }

  private void readValue(JsonParser parser, Node field, Object[] row) throws IOException {
    if (field.places.length == 0) {
      row[field.hint] = hint(parser);
      return;
    }
    final Object value = value(parser, columns[field.places[0]]);
    for (int place : field.places) {
      row[place] = part(value, columns[place].part());
    }
    if (field.hint >= 0) {
      row[field.hint] = value;
    }
  }

  private Object value(JsonParser parser, JobColumn column) throws IOException {
    if (column.part() == Part.JSON) {
      final StringWriter text = new StringWriter();
      try (JsonGenerator copy = json.createGenerator(text)) {
        copy.copyCurrentStructureExact(parser);
      }
      return text.toString();
    }
    return switch (column.type()) {
      case BIGINT, INTEGER -> number(parser, column.type());
      case TIMESTAMP -> time(parser);
      default -> text(parser);
    };
  }

  private static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw unexpected(parser, "a text");
    }
    return parser.getText();
  }

  private static Object number(JsonParser parser, SqlTypeName type) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw unexpected(parser, "a whole number");
    }
    final JsonParser.NumberType size = parser.getNumberType();
    if (size == JsonParser.NumberType.BIG_INTEGER
        || (type == SqlTypeName.INTEGER && size != JsonParser.NumberType.INT)) {
      throw unexpected(parser, "a number of this size");
    }
    return type == SqlTypeName.INTEGER ? (Object) parser.getIntValue() : parser.getLongValue();
  }

  private static Long time(JsonParser parser) throws IOException {
    final OptionalLong millis = Times.millis(text(parser));
    if (millis.isEmpty()) {
      throw unexpected(parser, "a time");
    }
    return millis.getAsLong();
  }

  /** No statement asks for it, so nothing is wrong where it cannot be read. */
  private static Long hint(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return null;
    }
    final OptionalLong millis = Times.millis(parser.getText());
    return millis.isPresent() ? (Long) millis.getAsLong() : null;
  }

  private static Object part(Object value, Part part) {
    if (part == Part.AFTER_LAST_SLASH) {
      final String text = (String) value;
      return text.substring(text.lastIndexOf('/') + 1);
    }
    if (part == Part.ACCOUNT) {
      return Arn.account((String) value);
    }
    return value;
  }

  private void complete(Object[] row) {
    if (row[arn] == null) {
      throw new ApiException(Kind.BAD_ANSWER, "a job without 'jobArn'");
    }
    for (int i = 0; i < columns.length; i++) {
      final JobColumn column = columns[i];
      if (column.part() == Part.REGION_ASKED) {
        row[i] = region;
      } else if (row[i] == null && !column.isNullable()) {
        if (column.type() != SqlTypeName.VARCHAR || missing == Missing.REFUSED) {
          throw new ApiException(
              Kind.BAD_ANSWER, "'" + column.path() + "' is missing in job " + arn(row));
        }
        row[i] = missing == Missing.KEPT ? null : shown(column, (String) row[arn], execution);
      }
    }
  }

  /** What a row shows instead of a required text that the job lacks. */
  public static String shown(JobColumn column, String jobArn, Execution execution) {
    execution.warn(
        "Jobs without the required field '" + column.path() + "', shown as an empty text", jobArn);
    return "";
  }

  /** What becomes of a required text that is not there. */
  private enum Missing {
    SHOWN,
    REFUSED,
    KEPT
  }

  private static ApiException unexpected(JsonParser parser, String expected) throws IOException {
    final String field = parser.currentName();
    final boolean isQuotable =
        parser.currentToken().isScalarValue() && !field.equals(JobColumn.MESSAGE.path());
    final String quote = isQuotable ? PlainText.of(parser.getText(), PlainText.LONGEST_QUOTE) : "";
    return new ApiException(
        Kind.BAD_ANSWER,
        "'" + field + "' is not " + expected + (isQuotable ? ": '" + quote + "'" : ""));
  }

  /**
   * Which field may come next. Jobs of an answer have their fields in one order, and comparing a
   * name with an expected one costs less than reading it; a wrong guess does no harm, nor do
   * several threads that guess.
   */
  private static final class Guess {
    private Node field = NONE;
  }

  /** A field: where its value goes in the row, or the fields inside it. */
  private static final class Node {
    private final SerializedString name;
    private final Map<String, Node> fields = new HashMap<>();
    private final Guess first = new Guess();
    private final Guess next = new Guess();
    private int[] places = new int[0];
    private int hint = -1;

    Node(String name) {
      this.name = new SerializedString(name);
    }

    void show(int place) {
      places = Arrays.copyOf(places, places.length + 1);
      places[places.length - 1] = place;
    }

    boolean isNested() {
      return places.length == 0 && hint < 0;
    }
  }
}
