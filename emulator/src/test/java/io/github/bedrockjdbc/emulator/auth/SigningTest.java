package io.github.bedrockjdbc.emulator.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vendor's published test vectors. */
class SigningTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String TIME = "20150830T123600Z";

  @Test
  void vanillaRequest() throws IOException {
    assertThat(signature("/", "example.amazonaws.com", "service", ""))
        .isEqualTo("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
  }

  @Test
  void queryIsSorted() throws IOException {
    assertThat(signature("/?Param2=value2&Param1=value1", "example.amazonaws.com", "service", ""))
        .isEqualTo("b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
  }

  @Test
  void moreHeaders() throws IOException {
    assertThat(
            signature(
                "/?Action=ListUsers&Version=2010-05-08",
                "iam.amazonaws.com",
                "iam",
                "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"))
        .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  private static String signature(String target, String host, String service, String header)
      throws IOException {
    final String text =
        "GET %s HTTP/1.1\r\nHost: %s\r\nX-Amz-Date: %s\r\n%s\r\n"
            .formatted(target, host, TIME, header);
    final HttpRequest request =
        HttpRequest.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
            .orElseThrow();
    final List<String> signed =
        header.isEmpty()
            ? List.of("host", "x-amz-date")
            : List.of("content-type", "host", "x-amz-date");
    final Authorization given =
        new Authorization(
            "AKIDEXAMPLE", "20150830", "us-east-1", service, "aws4_request", signed, "");
    return Signing.signature(request, given, TIME, SECRET);
  }
}
