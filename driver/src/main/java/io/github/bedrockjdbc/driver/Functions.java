package io.github.bedrockjdbc.driver;

import java.util.List;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;

/**
 * The functions that a statement may call: the standard's, and others by name. No library comes in
 * whole, because some of them read files or addresses.
 */
final class Functions {
  static final SqlOperatorTable TABLE =
      SqlOperatorTables.chain(
          SqlStdOperatorTable.instance(),
          SqlOperatorTables.of(
              List.of(
                  SqlLibraryOperators.ILIKE,
                  SqlLibraryOperators.NOT_ILIKE,
                  SqlLibraryOperators.LEFT,
                  SqlLibraryOperators.RIGHT,
                  SqlLibraryOperators.LPAD,
                  SqlLibraryOperators.RPAD,
                  SqlLibraryOperators.CONCAT_FUNCTION,
                  SqlLibraryOperators.SPLIT_PART,
                  SqlLibraryOperators.GREATEST,
                  SqlLibraryOperators.LEAST,
                  SqlLibraryOperators.NVL)));

  private Functions() {}
}
