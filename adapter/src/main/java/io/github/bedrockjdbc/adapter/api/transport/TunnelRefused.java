package io.github.bedrockjdbc.adapter.api.transport;

import java.io.IOException;

/** A proxy did not connect to the service. */
public final class TunnelRefused extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;

  TunnelRefused(int status) {
    super("The proxy answered with HTTP " + status);
    this.status = status;
  }

  /** The status of its answer. */
  public int status() {
    return status;
  }
}
