package io.github.bedrockjdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
  private static final String HEAD = "model,direction,price_per_million\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "SELECT * FROM prices ORDER BY 3 -> a,output,0.5|b'c,input,12.0",
        "select * from prices order by 3; -> a,output,0.5|b'c,input,12.0",
        "-- first/SELECT model FROM prices WHERE direction = 'input' -> b'c",
        "WITH p AS (SELECT * FROM prices) SELECT COUNT(*) FROM p -> 2",
        "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2)"
            + " SELECT MAX(i), COUNT(*) FROM n, prices -> 2,4",
        "(SELECT model FROM prices WHERE model = 'a') -> a",
        "SELECT '[' || direction || ']' FROM prices WHERE model = 'b''c' -> [input]",
        "SELECT price_per_million * 1000000 FROM prices WHERE model = 'a' -> 500000.0",
        "SELECT 'prices' -> prices",
      })
  void statementsReadThemAsATable(String sql, String rows) throws IOException {
    final Path file = file(HEAD + "a,output,0.5\n\"b'c\",INPUT,12\n");
    final Run run =
        Run.withInput(sql.replace("/", "\n"), "--prices", file.toString(), "--format", "csv");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines().skip(1).map(line -> line.replace("\"", "")))
        .containsExactly(rows.split("\\|"));
  }

  @Test
  void columnsComeInAnyOrderBesideCommentsBlankLinesAndAByteOrderMark() throws IOException {
    final Path file =
        file("\uFEFF# mine\r\nPrice_Per_Million, model ,direction\r\n\r\n 0.25 ,a,input\r\n");
    final Run run =
        Run.of("--format=csv", "--prices=" + file, "SELECT * FROM prices WHERE model = 'a'");
    assertThat(run.out().lines())
        .containsExactly("model,direction,price_per_million", "a,input,0.25");
  }

  @Test
  void plansHaveThemToo() throws IOException {
    final Path file = file(HEAD + "a,output,0.5\n");
    for (String explain : List.of("", "EXPLAIN PLAN FOR ")) {
      final String sql =
          explain + "SELECT COUNT(*) FROM jobs JOIN prices ON jobs.model = prices.model";
      final Run run = Run.of("--explain", "--prices=" + file, sql);
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out()).contains("Scan jobs", "ListModelInvocationJobs maxResults=1000");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "model;direction;price_per_million -> line 1: the columns are"
            + " model,direction,price_per_million, not model;direction;price_per_million",
        "model,direction,price -> line 1: the columns are"
            + " model,direction,price_per_million, not model,direction,price",
        "HEAD/a,input -> line 2: 2 values for 3 columns",
        "HEAD/a,input,1/b,up,2 -> line 3, column direction: takes input or output, not 'up'",
        "HEAD/a,input,$1 -> line 2, column price_per_million: takes a number such as 0.125,"
            + " without a currency, not '$1'",
        "HEAD/a,input,-1 -> line 2, column price_per_million: takes a number such as 0.125,"
            + " without a currency, not '-1'",
        "HEAD/,input,1 -> line 2, column model: takes the ID of a model, not ''",
        "HEAD/a,input,1/# same again/a,Input,2 -> line 4: line 2 has the input price of a already",
        "HEAD -> which begins with a line of the columns, has no prices",
        "HEAD/\"a,input,1 -> after line 1: not CSV",
      })
  void whatIsWrongIsSaidWithItsPlace(String text, String message) throws IOException {
    final Path file = file(text.replace("HEAD", HEAD.strip()).replace("/", "\n"));
    final Run run = Run.of("--prices", file.toString(), "SELECT 1");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "jobs: Invalid value for option '--prices': %s, %s; see jobs --help%n"
                .formatted(file, message));
  }

  @Test
  void filesThatCannotBeReadAreSaid() throws IOException {
    final Path none = folder.resolve("none.csv");
    assertThat(Run.of("--prices", none.toString(), "SELECT 1").err())
        .contains("There is no file " + none);
    final Path latin = folder.resolve("latin.csv");
    Files.write(latin, (HEAD + "ä,input,1").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Run.of("--prices", latin.toString(), "SELECT 1").err())
        .contains(latin + " is not UTF-8");
  }

  @Test
  void aQueryThatNeedsThemSaysSo() {
    final Run run = Run.of("run", "cost-estimate");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "cost-estimate needs --prices FILE, a CSV file with the columns"
                + " model,direction,price_per_million");
    assertThat(Run.of("run", "jobs-per-status", "--calls").status()).isZero();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("prices.csv"), text);
  }
}
