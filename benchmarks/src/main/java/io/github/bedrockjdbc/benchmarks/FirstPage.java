package io.github.bedrockjdbc.benchmarks;

import java.net.URI;

/** The same through the vendor's client. */
final class FirstPage {
  private FirstPage() {}

  /**
   * Prints 1 when it has a page.
   *
   * @param arguments an endpoint
   */
  public static void main(String[] arguments) {
    try (ThroughSdk sdk = new ThroughSdk(URI.create(arguments[0]))) {
      System.out.println(sdk.firstPage() > 0 ? 1 : 0);
      System.out.flush();
    }
  }
}
