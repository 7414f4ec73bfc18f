package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.parameter.Declarations;
import io.github.bedrockjdbc.driver.plan.Plan;
import io.github.bedrockjdbc.driver.plan.SessionCommand;
import io.github.bedrockjdbc.driver.sql.EscapeSyntax;
import io.github.bedrockjdbc.driver.sql.Sql;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A statement without parameters. */
final class BedrockStatement extends QueryStatement {
  private boolean knowsEscapes = true;

  BedrockStatement(BedrockConnection connection, ResultOptions options) {
    super(connection, options);
  }

  /**
   * A result whose rows are at hand; the statement is closed with it, and it with the statement.
   */
  synchronized ResultSet show(List<OutputColumn> columns, List<Object[]> rows) throws SQLException {
    closeOnCompletion();
    return opened(shown(columns, rows));
  }

  @Override
  Optional<ResultSet> run(String sql) throws SQLException {
    return run(
        cancellation -> {
          checkEscapes(sql);
          final Plan plan = owner().plan(sql, getLargeMaxRows(), Declarations.NONE, cancellation);
          if (!plan.parameters().isEmpty()) {
            throw SqlErrors.of(
                SqlState.UNSET_PARAMETER,
                "Parameter 1 has no value: use prepareStatement for a statement with ?");
          }
          return new BoundValues.Run(plan, List.of());
        });
  }

  @Override
  long update(String sql) throws SQLException {
    checkOpen();
    checkEscapes(sql);
    final Optional<Plan> command = SessionCommand.plan(sql);
    if (command.isEmpty()) {
      Sql.parse(sql); // a write is refused as such
    } else if (!command.get().isQuery()) {
      run(sql);
      return 0;
    }
    throw SessionCommand.givesRows();
  }

  /** Whether JDBC's escapes are part of the dialect for this statement. */
  @Override
  public void setEscapeProcessing(boolean on) throws SQLException {
    checkOpen();
    knowsEscapes = on;
  }

  private void checkEscapes(String sql) throws SQLException {
    if (!knowsEscapes && sql != null) {
      EscapeSyntax.checkNone(sql);
    }
  }
}
