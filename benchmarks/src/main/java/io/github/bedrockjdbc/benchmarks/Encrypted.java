package io.github.bedrockjdbc.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** A service that encrypts, as the real one does, beside the vendor's client. */
final class Encrypted {

  private Encrypted() {}

  static List<Outcome> all() throws Exception {
    final Path folder = Files.createTempDirectory("benchmarks");
    final Path certificate = folder.resolve("certificate.pem");
    System.setProperty("aws.caBundle", certificate.toString());
    try (Service service = new Service("--jobs", Scans.JOBS, "--tls", certificate.toString());
        ThroughDriver driver = new ThroughDriver(service, ";parallelism=1");
        ThroughDriver parallel = new ThroughDriver(service, "");
        ThroughSdk sdk = sdk(service.endpoint(), certificate)) {
      final Sink sink = new Sink();
      final Map<String, Double> scans =
          new Race()
              .with("driver", () -> driver.rows(Scans.ALL, sink))
              .with("parallel", () -> parallel.rows(Scans.ALL, sink))
              .with("SDK", () -> sdk.all(Scans.PAGE, sink))
              .run(10, 9);
      final Map<String, Double> newest =
          new Race()
              .with("driver", () -> parallel.rows(Scans.NEWEST, sink))
              .with("SDK", () -> sdk.newest(10, sink))
              .run(2000, 1000);
      final String work = "100,000 jobs, 24 columns, over TLS, ";
      return List.of(
          Outcome.ratio(
              work + "parallelism=1", scans.get("driver"), "SDK paginator", scans.get("SDK"), 0.5),
          Outcome.ratio(
              work + "default parallelism",
              scans.get("parallel"),
              "SDK paginator",
              scans.get("SDK"),
              0.4),
          Outcome.ratio(
              "ORDER BY submit_time DESC LIMIT 10, warm, over TLS",
              newest.get("driver"),
              "SDK, asking for 10 jobs",
              newest.get("SDK"),
              1.6));
    } finally {
      System.clearProperty("aws.caBundle");
      Files.deleteIfExists(certificate);
      Files.delete(folder);
    }
  }

  private static ThroughSdk sdk(URI endpoint, Path certificate)
      throws IOException, GeneralSecurityException {
    final TrustManager[] trusted = trusted(certificate);
    return new ThroughSdk(
        endpoint, Apache5HttpClient.builder().tlsTrustManagersProvider(() -> trusted));
  }

  private static TrustManager[] trusted(Path certificate)
      throws IOException, GeneralSecurityException {
    final KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "service", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    final TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust.getTrustManagers();
  }
}
