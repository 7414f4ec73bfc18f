package io.github.bedrockjdbc.emulator.http;

import io.github.bedrockjdbc.emulator.json.Json;
import io.github.bedrockjdbc.emulator.json.Members;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The services behind the emulator's port; each has a name in signatures and its own errors. */
public enum Api {
  /** Batch jobs, models and inference profiles: REST with JSON. */
  BEDROCK("bedrock", "application/json") {
    @Override
    Answer refusal(Refusal refusal, String requestId) {
      return Answer.error(refusal.status(), refusal.type(), refusal.message());
    }

    @Override
    public ServiceError throttled() {
      return new ServiceError(
          429, "ThrottlingException", "Too many requests, please wait before trying again.");
    }
  },
  /** Objects: REST with XML. */
  S3("s3", "application/xml") {
    @Override
    Answer refusal(Refusal refusal, String requestId) {
      final Map<String, String> elements = new LinkedHashMap<>();
      elements.put("Code", refusal.type());
      elements.put("Message", refusal.message());
      elements.putAll(refusal.details());
      elements.put("RequestId", requestId);
      elements.put("HostId", hostId(requestId));
      final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      xml.append("<Error>");
      elements.forEach(
          (name, text) -> xml.append("<%1$s>%2$s</%1$s>".formatted(name, escaped(text))));
      xml.append("</Error>");
      return new Answer(
          refusal.status(),
          Map.of("Content-Type", contentType()),
          xml.toString(),
          refusal.type(),
          0);
    }

    @Override
    public Map<String, String> ownHeaders(String requestId) {
      return Map.of(
          "x-amz-request-id", requestId, "x-amz-id-2", hostId(requestId), "Server", "AmazonS3");
    }

    @Override
    public String requestId(int sequence) {
      return String.format(Locale.ROOT, "%016X", 0x7C3B_0000_0000_0000L + sequence);
    }

    @Override
    public ServiceError throttled() {
      return new ServiceError(503, "SlowDown", "Please reduce your request rate.");
    }
  },
  /** Tags: JSON 1.1, where the error's type is in the body alone. */
  TAGGING("tagging", "application/x-amz-json-1.1") {
    @Override
    Answer refusal(Refusal refusal, String requestId) {
      // Errors of the model have a member with a capital, those of all services a small one.
      final boolean modelled = refusal.type().matches("(InvalidP|InternalS|Pagin|Throttled).*");
      final Members members =
          new Members()
              .with("__type", refusal.type())
              .with(modelled ? "Message" : "message", refusal.message());
      return new Answer(
          refusal.status(),
          Map.of("Content-Type", contentType()),
          Json.text(members.map()),
          refusal.type(),
          0);
    }

    @Override
    public ServiceError throttled() {
      return new ServiceError(400, "ThrottlingException", "Rate exceeded");
    }
  };

  private final String scope;
  private final String contentType;

  Api(String scope, String contentType) {
    this.scope = scope;
    this.contentType = contentType;
  }

  /** The service's name in a credential scope. */
  public String scope() {
    return scope;
  }

  /** Of errors, and of right answers but for objects. */
  public String contentType() {
    return contentType;
  }

  abstract Answer refusal(Refusal refusal, String requestId);

  /** What the service says where too much is asked. */
  public abstract ServiceError throttled();

  /** The headers that every answer of the service has. */
  public Map<String, String> ownHeaders(String requestId) {
    return Map.of("x-amzn-RequestId", requestId);
  }

  /** How the service names the n-th request. */
  public String requestId(int sequence) {
    return new UUID(0x4000, 0x8000_0000_0000_0000L + sequence).toString();
  }

  /** A right answer in the service's JSON. */
  public Answer json(String body, int rows) {
    return new Answer(200, Map.of("Content-Type", contentType), body, null, rows);
  }

  private static String hostId(String requestId) {
    return Base64.getEncoder().encodeToString(Sha256.hmac(new byte[] {7}, requestId));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
