package io.github.bedrockjdbc.driver;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;

/** Types whose texts can hold every character. */
final class DriverTypes extends JavaTypeFactoryImpl {
  DriverTypes() {
    super(new DriverTypeSystem());
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }
}
