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
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ContextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tomcat, which makes a data source that servlets find through JNDI. */
class TomcatIT {
  @TempDir private Path folder;

  /** Answers with what a statement counts. */
  static final class Counting extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
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

  @Test
  void servletsFindItThroughJndiAndNothingRemains() throws Exception {
    final Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.enableNaming();
    final LoggedWarnings warnings = new LoggedWarnings();
    try (BedrockEmulator emulator = BedrockEmulator.demo()) {
      final Context application =
          tomcat.addContext(
              "/jobs", Files.createDirectories(folder.resolve("webapps/jobs")).toString());
      application.getNamingResources().addResource(resource(emulator));
      Tomcat.addServlet(application, "count", new Counting());
      application.addServletMappingDecoded("/count", "count");
      tomcat.start();
      final String url =
          "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/jobs/count";
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                  .body())
          .isEqualTo("272");
      assertThat(emulator.log().lines())
          .containsExactly("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed");
      final WeakReference<ClassLoader> loader =
          new WeakReference<>(application.getLoader().getClassLoader());
      tomcat.getHost().removeChild(application);
      System.out.println("TOMCAT " + warnings.lines());
      own(tomcat, emulator); System.out.println("TOMCAT " + warnings.lines());
      System.gc();
      System.out.println("TOMCAT " + loader.get());
    } finally {
      warnings.close();
      tomcat.stop();
      tomcat.destroy();
    }
  }

  void own(Tomcat tomcat, BedrockEmulator emulator) throws Exception {
    Path base = Files.createDirectories(folder.resolve("webapps/own/WEB-INF/lib"));
    Files.copy(Path.of(System.getProperty("all.jar")), base.resolve("all.jar"));
    Context application = tomcat.addWebapp("/own", folder.resolve("webapps/own").toString());
    Tomcat.addServlet(application, "count", new Own(Service.urlWithLogin(emulator)));
    application.addServletMappingDecoded("/count", "count");
      final String url =
          "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/own/count";
    System.out.println(HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                  .body());
      final WeakReference<ClassLoader> loader =
          new WeakReference<>(application.getLoader().getClassLoader());
      tomcat.getHost().removeChild(application);
    application = null;
    for (int i = 0; i < 100 && loader.get() != null; i++) { System.gc(); Thread.sleep(100); if (i % 10 == 9 || loader.get() == null) System.out.println("TOMCAT " + i + loader.get()); }
    Thread.getAllStackTraces().keySet().forEach(t -> System.out.println("T " + t));
  }
  static final class Own extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final String url;
    Own(String url) { this.url = url; }
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try (PrintWriter out = response.getWriter();
          Connection connection = ((java.sql.Driver) Class.forName("io.github.bedrockjdbc.driver.BedrockDriver", true, Thread.currentThread().getContextClassLoader()).getConstructor().newInstance()).connect(url, null);
          Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery("SELECT COUNT(*) FROM jobs WHERE status = 'Failed'")) {
        result.next();
        out.print(result.getInt(1) + " " + connection.getClass().getClassLoader());
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }

  private static ContextResource resource(BedrockEmulator emulator) {
    final ContextResource resource = new ContextResource();
    resource.setName("jdbc/bedrock");
    resource.setType("javax.sql.DataSource");
    resource.setAuth("Container");
    resource.setCloseMethod("close");
    resource.setProperty("factory", "org.apache.tomcat.jdbc.pool.DataSourceFactory");
    resource.setProperty("driverClassName", "io.github.bedrockjdbc.driver.BedrockDriver");
    resource.setProperty("url", Service.url(emulator));
    resource.setProperty("username", BedrockEmulator.DEMO_ACCESS_KEY_ID);
    resource.setProperty("password", BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    resource.setProperty("initialSize", "1");
    resource.setProperty("testOnBorrow", "true");
    return resource;
  }
}
