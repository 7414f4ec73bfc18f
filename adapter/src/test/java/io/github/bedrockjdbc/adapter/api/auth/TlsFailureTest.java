package io.github.bedrockjdbc.adapter.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What the JDK throws, and what is said of it. */
class TlsFailureTest {
  private static final String TRUST = "say so";

  @Test
  void theInnermostCauseKnowsBest() {
    assertThat(
            text(
                new CertificateException("PKIX path validation failed: …"),
                new CertPathBuilderException("validity check failed"),
                new CertificateExpiredException("NotAfter: Sat Nov 01 00:00:00 UTC 2025")))
        .isEqualTo("its certificate has expired (NotAfter: Sat Nov 01 00:00:00 UTC 2025)");
    assertThat(text(new CertificateNotYetValidException("NotBefore: tomorrow")))
        .isEqualTo(
            "its certificate is not valid yet, or the clock here is slow (NotBefore: tomorrow)");
    assertThat(
            text(
                new CertificateException("PKIX path building failed: …"),
                new CertPathBuilderException("unable to find valid certification path")))
        .startsWith("its certificate was issued by no authority that is trusted here")
        .endsWith(TRUST);
    assertThat(
            text(
                new CertificateException("PKIX path validation failed: …"),
                new CertPathValidatorException(
                    "signature check failed", null, null, -1, BasicReason.INVALID_SIGNATURE)))
        .startsWith("its certificate was issued by no authority");
    assertThat(
            text(
                new CertPathValidatorException(
                    "Algorithm constraints check failed", null, null, -1, BasicReason.REVOKED)))
        .isEqualTo("its certificate is not accepted (Algorithm constraints check failed)");
    assertThat(
            text(
                new RuntimeException("Unexpected error"),
                new InvalidAlgorithmParameterException("the trustAnchors parameter")))
        .isEqualTo("no authority is trusted here, as the truststore is empty; " + TRUST);
  }

  @Test
  void whatIsNotTlsIsTold() {
    for (final String message :
        new String[] {
          "Unrecognized SSL message, plaintext connection?",
          "Unsupported or unrecognized SSL message"
        }) {
      assertThat(TlsFailure.text(new SSLException(message), TRUST))
          .hasValue("it does not answer with TLS; is its address one of http, not https?");
    }
  }

  @Test
  void whatMayPassIsNotTold() {
    assertThat(
            TlsFailure.text(
                new SSLHandshakeException("Remote host terminated the handshake")
                    .initCause(new EOFException("SSL peer shut down incorrectly")),
                TRUST))
        .isEmpty();
    assertThat(TlsFailure.text(new SSLException("Connection reset"), TRUST)).isEmpty();
    assertThat(
            TlsFailure.text(new IOException(new CertificateExpiredException("NotAfter: …")), TRUST))
        .isEmpty();
  }

  /** Of a handshake that failed for these, the outermost first. */
  private static String text(Throwable... causes) {
    final Throwable handshake = new SSLHandshakeException("PKIX path …");
    Throwable failure = handshake;
    for (final Throwable cause : causes) {
      failure.initCause(cause);
      failure = cause;
    }
    return TlsFailure.text(handshake, TRUST).orElseThrow();
  }
}
