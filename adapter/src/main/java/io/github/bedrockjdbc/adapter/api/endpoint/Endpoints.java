package io.github.bedrockjdbc.adapter.api.endpoint;

import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.ApiSettings;
import io.github.bedrockjdbc.adapter.api.auth.AwsSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where an account's calls go, each service and region looked up once. Safe for several threads.
 */
public final class Endpoints {
  private final ApiSettings settings;
  private final AwsSettings aws;
  private final Map<Place, Endpoint> known = new ConcurrentHashMap<>();

  /** Reads no file. */
  public Endpoints(ApiSettings settings, AwsSettings aws) {
    this.settings = settings;
    this.aws = aws;
  }

  /** May read AWS files. */
  public Endpoint of(ApiService service, String region) {
    return known.computeIfAbsent(
        new Place(service, region), each -> Endpoint.of(service, settings, aws, region));
  }

  /** Whether nothing is encrypted on the way to a service; may read AWS files. */
  public boolean isPlain(ApiService service) {
    return Endpoint.isPlain(service, settings, aws);
  }

  private record Place(ApiService service, String region) {}
}
