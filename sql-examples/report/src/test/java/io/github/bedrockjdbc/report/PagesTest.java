package io.github.bedrockjdbc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.github.bedrockjdbc.emulator.data.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files themselves, of two failed jobs with letters from afar. */
class PagesTest {
  @TempDir private static Path folder;

  private static String html;
  private static Path pdf;

  @BeforeAll
  static void write() throws Exception {
    final List<Job> failed =
        Filled.demoJobs().stream()
            .filter(job -> job.submitTime().isAfter(Filled.PERIOD.from()))
            .filter(job -> job.submitTime().isBefore(Filled.PERIOD.until()))
            .filter(job -> job.status().equals("Failed"))
            .toList();
    final Filled filled =
        Filled.of(
            List.of(
                failed
                    .get(0)
                    .withName("Ночной-отчёт-Ωμέγα")
                    .withMessage("Zeichen <日本> & \uD83D\uDE00"),
                failed.get(1).withName("x".repeat(63)).withMessage(null)));
    final Path page = folder.resolve("report.html");
    Pages.writeHtml(filled.print(), page);
    html = Files.readString(page);
    pdf = folder.resolve("report.pdf");
    Pages.writePdf(filled.print(), pdf);
  }

  @Test
  void pdfShowsLettersThatItsFontHasAndABoxForOthers() throws IOException {
    assertThat(pdfText())
        .contains("Batch inference: last 30 days", "Ночной-отчёт-Ωμέγα", "100.0 %", "2 of 2 jobs")
        .contains("Zeichen <□□> &", "The service tells no reason.", "Page 1 of ");
  }

  @Test
  void pdfNeedsNoFontOfTheMachine() throws IOException {
    try (PdfReader reader = new PdfReader(pdf.toString())) {
      boolean embedded = false;
      for (int i = 1; i < reader.getXrefSize(); i++) {
        final PdfObject object = reader.getPdfObject(i);
        if (object instanceof PdfDictionary font
            && PdfName.FONTDESCRIPTOR.equals(font.get(PdfName.TYPE))) {
          assertThat(font.get(PdfName.FONTFILE2)).isNotNull();
          embedded = true;
        }
      }
      assertThat(embedded).isTrue();
    }
  }

  @Test
  void htmlIsOneFileThatShowsEverything() {
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("<title>Batch inference: last 30 days</title>", "Ночной-отчёт-Ωμέγα")
        .contains("Zeichen &lt;日本&gt; &amp; \uD83D\uDE00")
        .contains("x".repeat(63))
        .endsWith("</body>\n</html>\n");
    assertThat(html.split("<img src=\"data:image/png;base64,", -1)).hasSize(3);
    assertThat(html.split("srcset=\"data:image/png;base64,", -1)).as("for telephones").hasSize(3);
    assertThat(html).doesNotContain("src=\"http", "<link", "<script");
  }

  @Test
  void tablesAreTablesWithHeadsWhereThereAreRows() {
    assertThat(html.split("<table>", -1)).hasSize(3); // neither job has tokens
    assertThat(html.split("Why it failed</th>", -1)).hasSize(2);
    assertThat(html.split("data-label=\"Why it failed\"", -1)).hasSize(3);
    assertThat(html)
        .containsSubsequence("<h1>Batch inference", "<h2>Slowest jobs</h2>", "<h2>Failed jobs</h2>")
        .contains("<th scope=\"col\" class=\"figure\">Duration</th>")
        .doesNotContain("Page 1 of");
  }

  private static String pdfText() throws IOException {
    try (PdfReader reader = new PdfReader(pdf.toString())) {
      final PdfTextExtractor extractor = new PdfTextExtractor(reader);
      final StringBuilder text = new StringBuilder();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page)).append('\n');
      }
      return text.toString();
    }
  }
}
