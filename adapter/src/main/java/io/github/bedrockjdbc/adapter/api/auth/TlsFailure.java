package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.PlainText;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What is wrong with the other side of a connection, so that no further attempt helps. */
public final class TlsFailure {
  /** How the JDK says, in several ways, that an answer is not TLS. */
  private static final Pattern NOT_TLS = Pattern.compile("(?i).*unrecognized SSL message.*");

  private TlsFailure() {}

  /**
   * A text without a class name; empty where another attempt may succeed.
   *
   * @param trust where one says which authorities to trust
   */
  public static Optional<String> text(Throwable failure, String trust) {
    if (!(failure instanceof SSLException)) {
      return Optional.empty();
    }
    String text =
        NOT_TLS.matcher(String.valueOf(failure.getMessage())).matches()
            ? "it does not answer with TLS; is its address one of http, not https?"
            : null;
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      text = ofCertificate(cause, trust).orElse(text); // the innermost knows best
    }
    return Optional.ofNullable(text);
  }

  private static Optional<String> ofCertificate(Throwable cause, String trust) {
    if (cause instanceof CertPathBuilderException || isOfOtherKey(cause)) {
      return Optional.of(
          "its certificate was issued by no authority that is trusted here, as that of a proxy"
              + " that inspects TLS; to trust its authority, "
              + trust);
    }
    if (cause instanceof CertificateExpiredException) {
      return Optional.of("its certificate has expired (" + said(cause) + ")");
    }
    if (cause instanceof CertificateNotYetValidException) {
      return Optional.of(
          "its certificate is not valid yet, or the clock here is slow (" + said(cause) + ")");
    }
    if (cause instanceof InvalidAlgorithmParameterException) {
      return Optional.of("no authority is trusted here, as the truststore is empty; " + trust);
    }
    return cause instanceof CertificateException || cause instanceof CertPathValidatorException
        ? Optional.of("its certificate is not accepted (" + said(cause) + ")")
        : Optional.empty();
  }

  /** An authority has the name of one that is trusted, as after it changed its key. */
  private static boolean isOfOtherKey(Throwable cause) {
    return cause instanceof CertPathValidatorException path
        && path.getReason() == BasicReason.INVALID_SIGNATURE;
  }

  private static String said(Throwable cause) {
    return PlainText.firstLine(String.valueOf(cause.getMessage()));
  }
}
