package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.api.Execution;
import java.util.Optional;

/**
 * What the user should know of a query besides its rows.
 *
 * @param subject what it is about; warnings of one text that are about several things are told
 *     together
 */
public record Warning(String text, Optional<String> subject) {
  Warning(String text) {
    this(text, Optional.empty());
  }

  /** Tells it to whoever runs the query. */
  public void to(Execution execution) {
    subject.ifPresentOrElse(about -> execution.warn(text, about), () -> execution.warn(text));
  }
}
