package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Driver;
import java.sql.DriverManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The definition in {@code docs/clients} names what there is. */
class DbeaverTest {
  @Test
  void classAndUrlAreTheDrivers() throws Exception {
    final Element driver =
        (Element)
            DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Project.ROOT.resolve("docs/clients/dbeaver-drivers.xml").toFile())
                .getElementsByTagName("driver")
                .item(0);
    final Driver found =
        DriverManager.getDriver(driver.getAttribute("url").replace("{database}", "us-east-1"));

    assertThat(found.getClass().getName()).isEqualTo(driver.getAttribute("class"));
    assertThat(((Element) driver.getElementsByTagName("library").item(0)).getAttribute("path"))
        .endsWith("-all.jar");
  }
}
