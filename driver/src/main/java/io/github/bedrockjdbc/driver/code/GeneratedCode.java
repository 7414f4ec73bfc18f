package io.github.bedrockjdbc.driver.code;

import io.github.bedrockjdbc.driver.rewrite.BoundedTexts;
import io.github.bedrockjdbc.driver.spool.CancellationGuards;
import io.github.bedrockjdbc.driver.spool.EndingLimit;
import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.ClassDeclaration;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.runtime.ArrayBindable;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.runtime.Typed;
import org.codehaus.commons.compiler.CompileException;

/** The code that Calcite generates for a plan, compiled. */
public final class GeneratedCode {
  private static final CodeCompiler COMPILER =
      new CodeCompiler(EnumerableRelImplementor.class.getClassLoader());

  private GeneratedCode() {}

  /** Compiles a plan; what it needs besides an execution's own context goes along. */
  @SuppressWarnings("unchecked") // a Bindable gives values where there is one column, else arrays
  public static Function1<DataContext, Enumerable<Object[]>> rows(EnumerableRel plan) {
    final Map<String, Object> stash = new HashMap<>();
    final EnumerableRel ending =
        (EnumerableRel)
            EndingLimit.inserted(
                CancellationGuards.inserted(
                    plan.accept(new BoundedTexts(plan.getCluster().getRexBuilder()))));
    final EnumerableRel split = new SplitCode(stash).applied(RecursionScan.inserted(ending));
    final Bindable<Object> bindable = compiled(split, stash);
    final boolean isSingle = plan.getRowType().getFieldCount() == 1;
    return new CompiledRows(
        context -> {
          final Enumerable<Object> rows = bindable.bind(new StashedContext(context, stash));
          return isSingle
              ? rows.select(value -> new Object[] {value})
              : (Enumerable<Object[]>) (Enumerable<?>) rows;
        });
  }

  @SuppressWarnings("unchecked")
  private static Bindable<Object> compiled(EnumerableRel plan, Map<String, Object> stash) {
    final ClassDeclaration code =
        new EnumerableRelImplementor(plan.getCluster().getRexBuilder(), stash)
            .implementRoot(plan, EnumerableRel.Prefer.ARRAY);
    final String source =
        "public final class %s implements %s {\n%s\n}"
            .formatted(
                code.name,
                plan.getRowType().getFieldCount() == 1
                    ? Bindable.class.getName() + ", " + Typed.class.getName()
                    : ArrayBindable.class.getName(),
                Expressions.toString(code.memberDeclarations, "\n", false));
    try {
      return (Bindable<Object>)
          COMPILER.compiled(code.name, source).getDeclaredConstructors()[0].newInstance();
    } catch (CompileException | ReflectiveOperationException e) {
      throw new IllegalStateException("Code that does not compile:\n" + source, e);
    }
  }
}
