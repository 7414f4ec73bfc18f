package io.github.bedrockjdbc.driver.error;

import java.util.regex.Pattern;

/** Statements that are deeper, or larger, than what plans them and runs them can go. */
public final class TooComplex {
  public static final String TEXT =
      "The statement is nested too deeply, or one of its expressions is too long: move a part"
          + " of it into a separate statement, or write long lists of values as IN (…)";

  /** Of a class of the JVM, in the words of what compiles the code of a plan. */
  private static final Pattern LIMITS_OF_CODE =
      Pattern.compile("grows beyond 64 KB|grown past JVM limit|too many");

  private TooComplex() {}

  /** Whether an error came of the size of a statement. */
  public static boolean isMeant(Throwable cause) {
    return cause instanceof StackOverflowError
        || (cause != null
            && cause.getClass().getName().startsWith("org.codehaus.")
            && LIMITS_OF_CODE.matcher(String.valueOf(cause.getMessage())).find());
  }
}
