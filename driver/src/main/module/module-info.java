/** What the jar that holds everything is as a module; the others are automatic ones. */
open module io.github.bedrockjdbc.driver {
  exports io.github.bedrockjdbc.driver;

  requires transitive java.sql;
  requires java.naming;
  requires jdk.unsupported;
  // Of libraries, reached by nothing of ours: shapes, scripts, tickets and options of sockets.
  requires static java.desktop;
  requires static java.scripting;
  requires static java.security.jgss;
  requires static jdk.net;

  provides java.sql.Driver with
      io.github.bedrockjdbc.driver.BedrockDriver;
  provides io.github.bedrockjdbc.shaded.com.fasterxml.jackson.core.JsonFactory with
      io.github.bedrockjdbc.shaded.com.fasterxml.jackson.core.JsonFactory;
  provides io.github.bedrockjdbc.shaded.com.fasterxml.jackson.core.ObjectCodec with
      io.github.bedrockjdbc.shaded.com.fasterxml.jackson.databind.ObjectMapper;
  provides io.github.bedrockjdbc.shaded.org.codehaus.commons.compiler.ICompilerFactory with
      io.github.bedrockjdbc.shaded.org.codehaus.janino.CompilerFactory;
  provides io.github.bedrockjdbc.shaded.org.slf4j.spi.SLF4JServiceProvider with
      io.github.bedrockjdbc.shaded.org.slf4j.nop.NOPServiceProvider;
  provides io.github.bedrockjdbc.shaded.software.amazon.awssdk.core.warmup.SdkWarmUpProvider with
      io.github.bedrockjdbc.shaded.software.amazon.awssdk.services.signin.internal.warmup.SigninWarmUpProvider,
      io.github.bedrockjdbc.shaded.software.amazon.awssdk.services.sso.internal.warmup.SsoWarmUpProvider,
      io.github.bedrockjdbc.shaded.software.amazon.awssdk.services.ssooidc.internal.warmup.SsoOidcWarmUpProvider,
      io.github.bedrockjdbc.shaded.software.amazon.awssdk.services.sts.internal.warmup.StsWarmUpProvider;
  provides io.github.bedrockjdbc.shaded.software.amazon.awssdk.http.SdkHttpService with
      io.github.bedrockjdbc.shaded.software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService;
  provides io.github.bedrockjdbc.shaded.software.amazon.awssdk.thirdparty.jackson.core.JsonFactory with
      io.github.bedrockjdbc.shaded.software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;

  uses io.github.bedrockjdbc.shaded.com.fasterxml.jackson.databind.Module;
  uses io.github.bedrockjdbc.shaded.org.apache.calcite.avatica.metrics.MetricsSystemFactory;
  uses io.github.bedrockjdbc.shaded.org.apache.commons.logging.LogFactory;
  uses io.github.bedrockjdbc.shaded.org.codehaus.commons.compiler.ICompilerFactory;
  uses io.github.bedrockjdbc.shaded.org.slf4j.spi.SLF4JServiceProvider;
  uses io.github.bedrockjdbc.shaded.software.amazon.awssdk.core.warmup.SdkWarmUpProvider;
  uses io.github.bedrockjdbc.shaded.software.amazon.awssdk.http.SdkHttpService;
  uses io.github.bedrockjdbc.shaded.software.amazon.awssdk.http.async.SdkAsyncHttpService;
  uses java.nio.file.spi.FileSystemProvider;
}
