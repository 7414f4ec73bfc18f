package io.github.bedrockjdbc.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestParameterTest {
  private static final Path MODEL =
      Path.of(System.getProperty("service.material"), "bedrock-batch-jobs-model.json");

  @ParameterizedTest
  @CsvSource({
    "MAX_RESULTS,1,true",
    "MAX_RESULTS,1000,true",
    "MAX_RESULTS,0,false",
    "MAX_RESULTS,1001,false",
    "MAX_RESULTS,01,false",
    "MAX_RESULTS,'',false",
    "NAME_CONTAINS,a,true",
    "NAME_CONTAINS,a--.+b,true",
    "NAME_CONTAINS,a-,true",
    "NAME_CONTAINS,-a,false",
    "NAME_CONTAINS,a_b,false",
    "NAME_CONTAINS,'a b',false",
    "NAME_CONTAINS,'',false",
    "STATUS_EQUALS,Failed,true",
    "STATUS_EQUALS,failed,false",
    "SORT_BY,CreationTime,true",
    "SORT_BY,Name,false",
    "SORT_ORDER,Descending,true",
    "SORT_ORDER,desc,false",
    "SUBMIT_TIME_AFTER,2026-01-04T23:59:59Z,true",
    "SUBMIT_TIME_BEFORE,2026-01-04T23:59:59.123Z,true",
    "SUBMIT_TIME_AFTER,2026-01-04,false",
    "NEXT_TOKEN,abc,true",
    "NEXT_TOKEN,'a b',false"
  })
  void acceptsWhatTheServiceWould(RequestParameter parameter, String value, boolean accepted) {
    assertThat(parameter.accepts(value)).isEqualTo(accepted);
  }

  @Test
  void lengthsAreBounded() {
    assertThat(RequestParameter.NAME_CONTAINS.accepts("a".repeat(63))).isTrue();
    assertThat(RequestParameter.NAME_CONTAINS.accepts("a".repeat(64))).isFalse();
    assertThat(RequestParameter.NEXT_TOKEN.accepts("a".repeat(2048))).isTrue();
    assertThat(RequestParameter.NEXT_TOKEN.accepts("a".repeat(2049))).isFalse();
  }

  @Test
  void aLongRowOfDashesIsJudgedAtOnce() {
    assertThat(RequestParameter.NAME_CONTAINS.accepts("a" + "-".repeat(61) + "_")).isFalse();
  }

  @Test
  void aRequestRefusesWhatTheServiceWould() {
    assertThatThrownBy(() -> ListRequest.EVERYTHING.with(RequestParameter.MAX_RESULTS, "1001"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxResults does not take '1001'");
  }

  @Test
  @EnabledIf(value = "modelIsThere", disabledReason = "the service's model is not beside the tree")
  void parametersAndStatusesAreThoseOfTheModel() throws IOException {
    final Set<String> names = new TreeSet<>();
    final Set<String> statuses = new TreeSet<>();
    try (JsonParser parser = new JsonFactory().createParser(MODEL.toFile())) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
          if (parser.currentName().equals("locationName")
              && parser.getParsingContext().pathAsPointer().toString().contains("/ListModel")) {
            names.add(parser.nextTextValue());
          } else if (parser.currentName().equals("ModelInvocationJobStatus")) {
            readEnum(parser, statuses);
          }
        }
      }
    }

    assertThat(names)
        .isEqualTo(
            Arrays.stream(RequestParameter.values())
                .map(RequestParameter::wireName)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(statuses)
        .isEqualTo(
            Arrays.stream(JobStatus.values())
                .map(JobStatus::wireName)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static void readEnum(JsonParser parser, Set<String> values) throws IOException {
    while (parser.nextToken() != JsonToken.START_ARRAY) {
      assertThat(parser.currentToken()).isNotNull();
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(parser.getText());
    }
  }

  static boolean modelIsThere() {
    return Files.exists(MODEL);
  }
}
