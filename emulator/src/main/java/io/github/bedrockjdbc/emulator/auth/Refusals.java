package io.github.bedrockjdbc.emulator.auth;

import io.github.bedrockjdbc.emulator.http.Api;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.time.Duration;
import java.time.Instant;

/** How a service says that a request proves nothing. */
interface Refusals {
  /** The words of a service. */
  static Refusals of(Api api) {
    return switch (api) {
      case BEDROCK -> new JsonRefusals(api, 403);
      // The protocol knows no other status for what a client does wrong.
      case TAGGING -> new JsonRefusals(api, 400);
      case S3 -> new StorageRefusals();
    };
  }

  /** How far the clocks may be apart. */
  Duration tolerance();

  ServiceError unsigned();

  ServiceError malformed(String header);

  ServiceError unknownKey(String accessKeyId);

  ServiceError wrongService(String given);

  ServiceError wrongTerminator(String given);

  ServiceError wrongDate(String scopeDate, String time);

  ServiceError unreadableTime(String time);

  ServiceError skewed(String time, Instant signed, Instant now);

  ServiceError headerNotSigned(String name);

  ServiceError expired();

  ServiceError wrongToken();

  ServiceError wrongSignature();
}
