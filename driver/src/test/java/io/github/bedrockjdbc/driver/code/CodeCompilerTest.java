package io.github.bedrockjdbc.driver.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.codehaus.commons.compiler.CompileException;
import org.junit.jupiter.api.Test;

/** What is known of one source must not change what the next one means. */
class CodeCompilerTest {
  private static final String SOURCE =
      "public final class Code implements java.util.concurrent.Callable {"
          + "  public Object call() { return %s; }"
          + "  %s"
          + "}";

  private final CodeCompiler compiler = new CodeCompiler(CodeCompilerTest.class.getClassLoader());

  private Object result(String expression, String members) throws Exception {
    final Class<?> code = compiler.compiled("Code", SOURCE.formatted(expression, members));
    return ((Callable<?>) code.getDeclaredConstructor().newInstance()).call();
  }

  @Test
  void classesOfOneSourceAreUnknownToTheNext() throws Exception {
    assertThat(result("Inner.X", "static class Inner { static final String X = \"a\"; }"))
        .isEqualTo("a");
    assertThat(result("Inner.X", "static class Inner { static final String X = \"b\"; }"))
        .isEqualTo("b");
    assertThatThrownBy(() -> result("Inner.X", "")).isInstanceOf(CompileException.class);
    assertThat(result("Inner.Y", "static class Inner { static final String Y = \"c\"; }"))
        .isEqualTo("c");
  }

  @Test
  void aVariableMayBeNamedLikeWhatWasLookedForAsAClass() throws Exception {
    assertThat(result("value.length()", "String value = \"four\";")).isEqualTo(4);
    assertThat(result("value.x", "static class value { static final String x = \"class\"; }"))
        .isEqualTo("class");
    assertThat(result("value.length()", "String value = \"fiver\";")).isEqualTo(5);
  }

  @Test
  void aSourceThatIsWrongChangesNothing() throws Exception {
    assertThatThrownBy(() -> result("1 +", "")).isInstanceOf(CompileException.class);
    assertThatThrownBy(() -> result("unknown", "")).isInstanceOf(CompileException.class);
    assertThat(result("String.valueOf(1 + 1)", "")).isEqualTo("2");
  }

  @Test
  void manyThreadsCompileAtOnce() throws Exception {
    final var threads = Executors.newFixedThreadPool(4);
    try {
      final List<Future<Object>> results = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        final int each = i;
        results.add(
            threads.submit(
                () -> result("Long.valueOf(N + %dL)".formatted(each), "static final int N = 1;")));
      }
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(i + 1L);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
