package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.output.Output;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;

/** What gives each result the place where its rows go. */
interface Outputs {
  Output output(Shell shell) throws IOException;
}
