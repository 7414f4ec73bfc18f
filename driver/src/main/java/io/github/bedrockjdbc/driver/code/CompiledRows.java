package io.github.bedrockjdbc.driver.code;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;

/**
 * The rows of generated code. Its constants are computed once, by initialisers of classes, and Java
 * tells only once why one failed; here every execution fails for the same reason.
 */
final class CompiledRows implements Function1<DataContext, Enumerable<Object[]>> {
  private final Function1<DataContext, Enumerable<Object[]>> rows;
  private final CompletableFuture<ExceptionInInitializerError> failure = new CompletableFuture<>();

  CompiledRows(Function1<DataContext, Enumerable<Object[]>> rows) {
    this.rows = rows;
  }

  @Override
  public Enumerable<Object[]> apply(DataContext context) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object[]> enumerator() {
        return checked(() -> new Checked(rows.apply(context).enumerator()));
      }
    };
  }

  private <T> T checked(Supplier<T> step) {
    if (failure.isDone()) {
      throw failure.join();
    }
    try {
      return step.get();
    } catch (ExceptionInInitializerError e) {
      failure.complete(e);
      throw e;
    } catch (NoClassDefFoundError e) {
      throw reason(e);
    }
  }

  /** Another thread has just been told why, and is about to say so. */
  private Error reason(NoClassDefFoundError untold) {
    try {
      return failure.get(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return untold;
    } catch (ExecutionException | TimeoutException e) {
      return untold;
    }
  }

  private final class Checked implements Enumerator<Object[]> {
    private final Enumerator<?> code;

    Checked(Enumerator<?> code) {
      this.code = code;
    }

    @Override
    public boolean moveNext() {
      return checked(code::moveNext);
    }

    /** Code that only takes a map apart makes lists of its keys and values. */
    @Override
    public Object[] current() {
      final Object row = checked(code::current);
      return row instanceof List<?> parts ? parts.toArray() : (Object[]) row;
    }

    @Override
    public void reset() {
      code.reset();
    }

    @Override
    public void close() {
      code.close();
    }
  }
}
