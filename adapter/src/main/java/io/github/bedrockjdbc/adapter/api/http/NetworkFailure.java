package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.PlainText;
import io.github.bedrockjdbc.adapter.api.auth.Regions;
import io.github.bedrockjdbc.adapter.api.auth.TlsFailure;
import io.github.bedrockjdbc.adapter.api.transport.ProxyInUse;
import io.github.bedrockjdbc.adapter.api.transport.TunnelRefused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * Why a call has no answer of the service. Where a proxy is on the way it is the proxy that is
 * looked up and connected to.
 *
 * @param proxy on the way; empty without one
 */
record NetworkFailure(Call call, Optional<ProxyInUse> proxy) {
  static final int PROXY_AUTHENTICATION_REQUIRED = 407;

  private static final String TRUST =
      "set AWS_CA_BUNDLE, or ca_bundle of the profile, to a file with its certificate";

  ApiException of(Throwable failure) {
    if (failure instanceof TunnelRefused refused) {
      return refusedByProxy(refused.status());
    }
    return TlsFailure.text(failure, TRUST)
        .map(text -> failed(Kind.SETTING, "no TLS connection could be made: " + text, failure))
        .orElseGet(() -> failed(kind(failure), reason(failure), failure));
  }

  /** A proxy wants to know who asks. */
  ApiException unknownToProxy() {
    return failed(
        Kind.SETTING,
        proxy
                .map(each -> "the proxy " + each + " " + each.credentialsAdvice())
                .orElse("a proxy requires a user and password")
            + " (HTTP 407)",
        null);
  }

  private ApiException refusedByProxy(int status) {
    if (status == PROXY_AUTHENTICATION_REQUIRED) {
      return unknownToProxy();
    }
    return failed(
        status < 500 ? Kind.SETTING : Kind.UNREACHABLE,
        "the proxy%s could not connect to the service (HTTP %d)%s"
            .formatted(proxy.map(each -> " " + each).orElse(""), status, hint()),
        null);
  }

  private ApiException failed(Kind kind, String reason, Throwable cause) {
    return new ApiException(kind, call.failed() + ": " + reason + " " + call.where(), cause);
  }

  private static Kind kind(Throwable failure) {
    return failure instanceof ConnectException
            || failure instanceof SocketTimeoutException
            || failure instanceof UnknownHostException
            || failure instanceof SSLException
        ? Kind.UNREACHABLE
        : Kind.CONNECTION_LOST;
  }

  private String reason(Throwable failure) {
    final String to = proxy.map(each -> " to the proxy " + each).orElse("");
    if (failure instanceof UnknownHostException) {
      return proxy
          .map(each -> "the host name of the proxy " + each + " is not known")
          .orElseGet(() -> "the host name is not known" + hint());
    }
    if (failure instanceof NoHttpResponseException) {
      return "the connection was lost: it ended before the first byte of a response";
    }
    if (failure instanceof SocketTimeoutException) { // reading has no timeout of its own
      return "no connection" + to + " within connectTimeout" + hint();
    }
    if (failure instanceof ConnectException) {
      return "no connection" + to + " could be made" + hint();
    }
    if (failure instanceof SSLException) {
      return failure.getMessage() == null
          ? "no TLS connection could be made"
          : failure.getMessage();
    }
    if (!(failure instanceof IOException) || failure instanceof MessageConstraintException) {
      return "the response is not HTTP";
    }
    final String text = PlainText.firstLine(Objects.requireNonNullElse(failure.getMessage(), ""));
    return "the connection was lost" + (text.isEmpty() ? "" : ": " + text);
  }

  /** What may be wrong with the region, if it is what names the host. */
  private String hint() {
    return call.uri().getHost().contains(call.operation().service().wireName())
            && call.uri().getHost().contains("." + call.region() + ".")
        ? Regions.hint(call.region())
        : "";
  }
}
