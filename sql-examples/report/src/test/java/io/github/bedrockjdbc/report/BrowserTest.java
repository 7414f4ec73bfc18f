package io.github.bedrockjdbc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a browser, with no jobs, one job, those of the demo and the longest names and
 * messages: on a telephone, a tablet, a wide screen and on paper. {@code -Dreport.images=DIR} keeps
 * pictures of them for people.
 */
class BrowserTest {
  private static final List<Integer> WIDTHS = List.of(360, 768, 1280);
  private static final Optional<Browser> BROWSER = Browser.find();

  @TempDir private static Path folder;

  private static final Map<String, Path> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void write() throws Exception {
    if (BROWSER.isEmpty()) {
      System.out.println(
          "BrowserTest is skipped: no Chromium on the PATH (apt-get install chromium)");
    }
    assumeTrue(BROWSER.isPresent(), "needs Chromium on the PATH");
    write("no-jobs", Filled.of(List.of()));
    write("one-job", Filled.of(ManyFailures.jobs().subList(1, 2)));
    write("demo", Filled.demo());
    write("many-failures", ManyFailures.filled());
  }

  private static void write(String name, Filled filled) throws Exception {
    final Path page = folder.resolve(name + ".html");
    Pages.writeHtml(filled.print(), page);
    PAGES.put(name, page);
  }

  @Test
  void nothingIsClippedOrWiderThanItsPlaceOnAnyScreen() throws Exception {
    final Path all = folder.resolve("all.html");
    Files.writeString(all, Html.resource("/browser.html").replace("FRAMES", frames()));
    final String content = BROWSER.orElseThrow().content(all);
    keepImages(all);
    assertThat(content.replaceAll("(?s).*<pre id=\"faults\">|</pre>.*", ""))
        .isEqualTo("none in " + PAGES.size() * WIDTHS.size() + " frames");
  }

  @Test
  void tablesThatGoOnRepeatTheirHeadsOnPaper() throws Exception {
    final Path pdf = folder.resolve("printed.pdf");
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
                        "<iframe title=\"%s at %d\" width=\"%d\" height=\"1800\" src=\"%s\"></iframe>\n"
                            .formatted(name, width, width, page.getFileName()))));
    return frames.toString();
  }

  private static void keepImages(Path all) throws IOException, InterruptedException {
    final String images = System.getProperty("report.images");
    if (images != null) {
      final int width = PAGES.size() * WIDTHS.stream().mapToInt(each -> each + 16).sum();
      final Path target = Files.createDirectories(Path.of(images));
      BROWSER.orElseThrow().photograph(all, width, 1840, target.resolve("screens.png"));
      for (Path page : PAGES.values()) {
        Files.copy(page, target.resolve(page.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
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
