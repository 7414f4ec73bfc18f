package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ContextResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tomcat, which makes a data source that servlets find through JNDI. */
class TomcatIT {
  @TempDir private Path folder;
  private final Tomcat tomcat = new Tomcat();
  private BedrockEmulator emulator;
  private LoggedWarnings warnings;

  /** Answers with what a statement counts. */
  static final class Counting extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("BanJNDI") // the name is a constant, and Tomcat's own
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try (PrintWriter out = response.getWriter();
          Connection connection =
              ((DataSource) new InitialContext().lookup("java:comp/env/jdbc/bedrock"))
                  .getConnection();
          Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery("SELECT COUNT(*) FROM jobs WHERE status = 'Failed'")) {
        result.next();
        out.print(result.getInt(1));
      } catch (NamingException | SQLException e) {
        throw new IOException(e);
      }
    }
  }

  @BeforeEach
  void start() throws LifecycleException {
    emulator = BedrockEmulator.demo();
    warnings = new LoggedWarnings();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.enableNaming();
    tomcat.getHost();
    tomcat.start();
  }

  @AfterEach
  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    warnings.close();
    emulator.close();
  }

  @Test
  void servletsFindItThroughJndiAndNothingRemainsOfThem() throws Exception {
    final WeakReference<ClassLoader> loader = deployAskAndUndeploy();
    assertThat(emulator.log().lines())
        .containsExactly("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed");
    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(loader.get()).isNull();
    // Neither a driver that has to be unregistered nor a thread that goes on; only what Tomcat
    // cannot look into, as Java is not opened to it.
    assertThat(warnings.lines()).allMatch(line -> line.contains("--add-opens=java."));
  }

  private WeakReference<ClassLoader> deployAskAndUndeploy()
      throws IOException, InterruptedException {
    final Context application =
        tomcat.addContext("/jobs", Files.createDirectories(folder.resolve("jobs")).toString());
    application.getNamingResources().addResource(resource());
    Tomcat.addServlet(application, "count", new Counting());
    application.addServletMappingDecoded("/count", "count");
    final WeakReference<ClassLoader> loader =
        new WeakReference<>(application.getLoader().getClassLoader());
    final URI url =
        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/jobs/count");
    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .body())
        .isEqualTo("272");
    tomcat.getHost().removeChild(application);
    return loader;
  }

  private ContextResource resource() {
    final ContextResource resource = new ContextResource();
    resource.setName("jdbc/bedrock");
    resource.setType("javax.sql.DataSource");
    resource.setAuth("Container");
    resource.setCloseMethod("close");
    resource.setProperty("factory", "org.apache.tomcat.jdbc.pool.DataSourceFactory");
    resource.setProperty("driverClassName", "io.github.bedrockjdbc.driver.BedrockDriver");
    resource.setProperty("url", emulator.jdbcUrl());
    resource.setProperty("username", BedrockEmulator.DEMO_ACCESS_KEY_ID);
    resource.setProperty("password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    resource.setProperty("initialSize", "1");
    resource.setProperty("testOnBorrow", "true");
    return resource;
  }
}
