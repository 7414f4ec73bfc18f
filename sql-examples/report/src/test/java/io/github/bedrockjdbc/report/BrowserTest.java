package io.github.bedrockjdbc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The page in a browser, with no jobs, one job, those of the demo and the longest names and
 * messages: on a telephone, a tablet, a wide screen and on paper. All of them are in {@code
 * target/report-images} for people to look at: {@code -Dreport.jobs=100000} adds a page of so many
 * jobs.
 */
class BrowserTest {
  private static final List<Integer> WIDTHS = List.of(360, 768, 1200);
  private static final Optional<Browser> BROWSER = Browser.find();

  /** Of a frame, as far as a person wants to look. */
  private static final int HEIGHT = 1800;

  private static final int GAP = 16;
  private static final Path IMAGES = Path.of("target", "report-images").toAbsolutePath();

  private static final Map<String, Path> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void write() throws Exception {
    if (BROWSER.isEmpty()) {
      System.out.println(
          "BrowserTest is skipped: no Chromium on the PATH (apt-get install chromium)");
    }
    assumeTrue(BROWSER.isPresent(), "needs Chromium on the PATH");
    Files.createDirectories(IMAGES);
    write("no-jobs", Filled.of(List.of()).print());
    write("one-job", Filled.of(ManyFailures.jobs().subList(1, 2)).print());
    write("demo", Filled.demo().print());
    write("many-failures", ManyFailures.filled().print());
    if (ManyJobs.areWanted()) {
      write("many-jobs", ManyJobs.filled().print());
    }
  }

  private static void write(String name, JasperPrint print) throws Exception {
    final Path page = IMAGES.resolve(name + ".html");
    Pages.writeHtml(print, page);
    PAGES.put(name, page);
  }

  @Test
  void nothingIsClippedOrWiderThanItsPlaceOnAnyScreen() throws Exception {
    final Path all = IMAGES.resolve("all.html");
    Files.writeString(all, Html.resource("/browser.html").replace("FRAMES", frames()));
    final Path picture = IMAGES.resolve("screens.png");
    Files.deleteIfExists(picture);
    final int width = PAGES.size() * WIDTHS.stream().mapToInt(each -> each + GAP).sum();
    final String content = BROWSER.orElseThrow().content(all, width, HEIGHT + 2 * GAP, picture);
    assertThat(content.replaceAll("(?s).*<pre id=\"faults\">|</pre>.*", ""))
        .isEqualTo("none in " + PAGES.size() * WIDTHS.size() + " frames");
    final BufferedImage shown = ImageIO.read(picture.toFile());
    assertThat(shown.getWidth()).isEqualTo(width);
  }

  @Test
  void tablesThatGoOnRepeatTheirHeadsOnPaper() throws Exception {
    final Path pdf = IMAGES.resolve("printed.pdf");
    Files.deleteIfExists(pdf);
    BROWSER.orElseThrow().print(PAGES.get("many-failures"), pdf);
    final List<String> sheets = sheets(pdf);
    assertThat(sheets).hasSizeGreaterThan(5);
    final int first = first(sheets, "Failedjobs");
    final int last = first(sheets, "Tokensbymodelandteam");
    assertThat(sheets.subList(first, last))
        .hasSizeGreaterThan(3)
        .allMatch(sheet -> sheet.contains("Submitted(UTC)") && sheet.contains("Whyitfailed"));
  }

  private static String frames() {
    final StringBuilder frames = new StringBuilder();
    PAGES.forEach(
        (name, page) ->
            WIDTHS.forEach(
                width ->
                    frames.append(
                        "<iframe title=\"%s at %d\" width=\"%d\" height=\"%d\" src=\"%s\"></iframe>\n"
                            .formatted(name, width, width, HEIGHT, page.getFileName()))));
    return frames.toString();
  }

  private static int first(List<String> sheets, String text) {
    for (int i = 0; i < sheets.size(); i++) {
      if (sheets.get(i).contains(text)) {
        return i;
      }
    }
    throw new AssertionError(text);
  }

  /** Their texts without blanks, which a PDF does not have. */
  private static List<String> sheets(Path pdf) throws IOException {
    final List<String> sheets = new ArrayList<>();
    try (PdfReader reader = new PdfReader(pdf.toString())) {
      final PdfTextExtractor extractor = new PdfTextExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        sheets.add(extractor.getTextFromPage(page).replaceAll("\\s", ""));
      }
    }
    return sheets;
  }
}
