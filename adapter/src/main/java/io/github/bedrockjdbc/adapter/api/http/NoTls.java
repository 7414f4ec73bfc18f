package io.github.bedrockjdbc.adapter.api.http;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Encrypts nothing. The JDK's client wants something that does even where all addresses are plain,
 * and would make it of all authorities that the JVM trusts, some hundred certificates.
 */
final class NoTls extends SSLContextSpi {
  private NoTls() {}

  static SSLContext context() {
    return new SSLContext(new NoTls(), null, "none") {};
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return new SSLParameters(new String[0], new String[0]);
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return engineGetDefaultSSLParameters();
  }

  @Override
  protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {}

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    throw plain();
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    throw plain();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    throw plain();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    throw plain();
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    throw plain();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    throw plain();
  }

  private static UnsupportedOperationException plain() {
    return new UnsupportedOperationException("No address here is encrypted");
  }
}
