package io.github.bedrockjdbc.adapter.api.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.http.HttpService;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ProxiesTest {
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("me:p@ss".getBytes(StandardCharsets.UTF_8));

  @Test
  void theEnvironmentsProxyIsAskedWithItsPassword() throws Exception {
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(JobFixture.of(3, 3)).start();
        RecordingProxy proxy = new RecordingProxy(emulator.port());
        HttpService service =
            Emulated.service(
                "http://bedrock.test", Map.of("HTTP_PROXY", proxy.url("me:p%40ss@")))) {
      assertThat(Emulated.listed(service)).isEqualTo(3);
      assertThat(proxy.lines())
          .contains("GET http://bedrock.test/model-invocation-jobs HTTP/1.1")
          .contains("Proxy-Authorization: " + BASIC);
    }
  }

  @Test
  void exceptionsAndThisMachineAreReachedWithoutIt() {
    final Proxies proxies =
        new Proxies(
            Map.of(
                "HTTPS_PROXY", "proxy.test:3128",
                "NO_PROXY", "localhost, .internal.test,*.corp.test,exact.test"));
    assertThat(inUse(proxies, "https://bedrock.us-east-1.amazonaws.com"))
        .hasToString("Optional[proxy.test:3128 (HTTPS_PROXY)]");
    for (final String host :
        List.of("a.internal.test", "b.corp.test", "exact.test", "x.exact.test", "127.0.0.1")) {
      assertThat(inUse(proxies, "https://" + host)).as(host).isEmpty();
    }
    assertThat(inUse(proxies, "https://notexact.test")).isPresent();
  }

  @Test
  void theJvmsOwnSettingsComeFirst() {
    System.setProperty("https.proxyHost", "jvm.test");
    System.setProperty("https.proxyPort", "8443");
    System.setProperty("http.nonProxyHosts", "*.direct.test");
    try {
      final Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://proxy.test:3128"));
      assertThat(inUse(proxies, "https://bedrock.test"))
          .hasToString("Optional[jvm.test:8443 (https.proxyHost)]");
      assertThat(inUse(proxies, "https://a.direct.test")).isEmpty();
    } finally {
      List.of("https.proxyHost", "https.proxyPort", "http.nonProxyHosts")
          .forEach(System::clearProperty);
    }
  }

  @Test
  void ofSeveralProxiesTheFirstThatSpeaksHttpIsAsked() {
    final Proxy http = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("p.test", 1));
    final Proxy socks =
        new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("s.test", 2));
    assertThat(chosen(socks, http)).hasToString("Optional[p.test:1 (the JVM's settings)]");
    assertThat(chosen(Proxy.NO_PROXY, http)).isEmpty();
    assertThat(chosen(socks)).isEmpty();
  }

  private static Optional<ProxyInUse> chosen(Proxy... proxies) {
    final ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(new Chosen(List.of(proxies)));
    try {
      return inUse(new Proxies(Map.of()), "https://bedrock.test");
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  @Test
  void whatIsNoProxyIsSaidWithoutItsPassword() {
    final Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://me:TheCanary Sings@p"));
    assertThatThrownBy(() -> inUse(proxies, "https://bedrock.test"))
        .hasMessageStartingWith("HTTPS_PROXY takes http://host:port")
        .hasMessageNotContaining("Canary");
  }

  private static Optional<ProxyInUse> inUse(Proxies proxies, String uri) {
    return proxies.inUse(URI.create(uri));
  }

  private static final class Chosen extends ProxySelector {
    private final List<Proxy> proxies;

    Chosen(List<Proxy> proxies) {
      this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return proxies;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // nobody is asked
    }
  }

  /** Passes one request at a time on to a port of this machine. */
  private static final class RecordingProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final int target;

    RecordingProxy(int target) throws IOException {
      this.target = target;
      final Thread thread = new Thread(this::serve, "proxy");
      thread.setDaemon(true);
      thread.start();
    }

    String url(String user) {
      return "http://" + user + "127.0.0.1:" + server.getLocalPort();
    }

    List<String> lines() {
      return List.copyOf(lines);
    }

    private void serve() {
      while (!server.isClosed()) {
        try (Socket client = server.accept()) {
          answer(client);
        } catch (IOException closed) {
          lines.add("closed");
        }
      }
    }

    private void answer(Socket client) throws IOException {
      final BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      final StringBuilder request = new StringBuilder();
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        lines.add(line);
        if (!line.startsWith("Proxy-") && !line.startsWith("Connection")) {
          request.append(line.replaceFirst("http://[^/]+", "")).append("\r\n");
        }
      }
      try (Socket service = new Socket(InetAddress.getLoopbackAddress(), target)) {
        final OutputStream out = service.getOutputStream();
        out.write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        service.shutdownOutput();
        service.getInputStream().transferTo(client.getOutputStream());
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
