package io.github.bedrockjdbc.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bill of materials that is kept with the sources: as it is made, without the hashes of what
 * the project builds itself.
 */
final class KeptBill {
  private static final Path FILE =
      Path.of(System.getProperty("project.root"), "driver", "src", "sbom", "bom.json");

  private KeptBill() {}

  static String read() throws IOException {
    return Files.readString(FILE);
  }

  static void write(String made) throws IOException {
    Files.writeString(FILE, of(made));
  }

  /** What is to be kept of one that was made. */
  static String of(String made) throws IOException {
    final ObjectMapper json = new ObjectMapper();
    final JsonNode bill = json.readTree(made);
    for (JsonNode component : bill.get("components")) {
      if (component.get("group").asText().equals("io.github.bedrockjdbc")) {
        ((ObjectNode) component).remove("hashes");
      }
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(bill) + "\n";
  }
}
