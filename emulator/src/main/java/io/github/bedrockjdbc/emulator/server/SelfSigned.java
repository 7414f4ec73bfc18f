package io.github.bedrockjdbc.emulator.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A new key with a certificate that it signs itself. */
public final class SelfSigned {
  private static final String ALIAS = "emulator";
  private static final String PASSWORD = "PASSWORD";

  private final KeyStore store;
  private final char[] password;

  private SelfSigned(KeyStore store, char[] password) {
    this.store = store;
    this.password = password;
  }

  /** One for the loopback address, good for a month. */
  public static SelfSigned make() {
    return make("ip:127.0.0.1,dns:localhost");
  }

  /**
   * One that is good for a month, made by the keytool of this JVM, which takes about a second.
   *
   * @param hosts that it is for, as keytool takes them: {@code dns:localhost}
   * @throws UncheckedIOException if it cannot
   */
  public static SelfSigned make(String hosts) {
    final String password = new BigInteger(130, new SecureRandom()).toString(36);
    try {
      final Path folder = Files.createTempDirectory("bedrock-jobs-emulator");
      final Path file = folder.resolve("key.p12");
      try {
        generate(file, password, hosts);
        try (InputStream in = Files.newInputStream(file)) {
          final KeyStore store = KeyStore.getInstance("PKCS12");
          store.load(in, password.toCharArray());
          return new SelfSigned(store, password.toCharArray());
        }
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a certificate: " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void generate(Path file, String password, String hosts) throws IOException {
    final ProcessBuilder keytool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=Emulator of Bedrock jobs",
            "-ext",
            "san=" + hosts,
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass:env",
            PASSWORD);
    keytool.environment().put(PASSWORD, password);
    final Process process = keytool.redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      final String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What listens with it. */
  ServerSocketFactory sockets() {
    try {
      final KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      final SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context.getServerSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate in PEM, for those who are to trust it. */
  public String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(store.getCertificate(ALIAS).getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
