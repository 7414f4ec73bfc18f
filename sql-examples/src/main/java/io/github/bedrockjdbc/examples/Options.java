package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.age.MaxAge;
import io.github.bedrockjdbc.examples.output.Hints;
import io.github.bedrockjdbc.examples.price.PriceFile;
import io.github.bedrockjdbc.examples.price.Prices;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What the command and {@code run} have in common. */
final class Options {
  static final String URL_VARIABLE = "BEDROCK_JOBS_URL";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = {
        "JDBC URL, such as jdbc:bedrock:region=us-east-1. Default: the environment's "
            + URL_VARIABLE
            + ", else demo data."
      })
  private String url;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      converter = Format.Converter.class,
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TABLE;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "Maximum rows to fetch per query.")
  private Integer maxRows;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      converter = PriceFile.class,
      description = {
        "CSV file with the columns model,direction,price_per_million: the table prices of"
            + " statements."
      })
  private Prices prices;

  @Option(
      names = "--watch",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = Watch.Interval.class,
      description = "Repeat at this interval: 10s, 2m, 500ms. Ctrl-C stops.")
  private Duration watch;

  @Option(
      names = "--max-age",
      paramLabel = "SECONDS",
      scope = ScopeType.INHERIT,
      description = {
        "How old rows may be that were read before; 0 asks for each statement. Default: maxAge of"
            + " the URL, else 30 in the prompt, just below the interval with --watch, and 0."
      })
  private Integer maxAge;

  @Option(
      names = "--explain",
      scope = ScopeType.INHERIT,
      description = "Show the plan and the requests instead of running; sends nothing.")
  private boolean explain;

  @Option(
      names = "--calls",
      scope = ScopeType.INHERIT,
      description = "Print the requests that were sent to standard error.")
  private boolean calls;

  Format format() {
    return format;
  }

  Optional<Duration> watch() {
    return Optional.ofNullable(watch);
  }

  /** Empty for demo data. */
  Optional<String> url(Map<String, String> environment) {
    return Optional.ofNullable(url == null ? environment.get(URL_VARIABLE) : url)
        .filter(given -> !given.isBlank());
  }

  MaxAge maxAge(boolean isPrompt) {
    if (maxAge == null) {
      return isPrompt ? MaxAge.OF_PROMPT : watch().map(MaxAge::ofWatch).orElse(MaxAge.OF_SCRIPT);
    }
    if (maxAge < 0 || maxAge > MaxAge.MOST) {
      throw new ParameterException(
          spec.commandLine(), "--max-age takes seconds from 0 to " + MaxAge.MOST);
    }
    return MaxAge.given(maxAge);
  }

  Mode mode() {
    if (maxRows != null && maxRows < 1) {
      throw new ParameterException(spec.commandLine(), "--max-rows takes a number of 1 or more");
    }
    return new Mode(
        maxRows == null ? 0 : maxRows,
        explain,
        calls,
        false,
        Optional.ofNullable(prices),
        Hints.COMMAND_LINE);
  }
}
