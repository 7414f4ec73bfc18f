package io.github.bedrockjdbc.adapter.api.transport;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificates of a bundle in PEM, instead of the JVM's own. */
final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /** {@code SETTING} if the file cannot be read. */
  static SSLContext of(String bundle) {
    try (InputStream pem = new BufferedInputStream(Files.newInputStream(Path.of(bundle)))) {
      final KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (final Certificate each :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry(Integer.toString(number++), each);
      }
      if (number == 0) {
        throw new CertificateException("no certificate");
      }
      final TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      final SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new ApiException(
          Kind.SETTING,
          "AWS_CA_BUNDLE or ca_bundle names '%s', which cannot be read as certificates"
              .formatted(bundle),
          e);
    }
  }
}
