package io.github.bedrockjdbc.driver.plan;

import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;

/** What Avatica wants to know of a result before there is one. */
public final class ResultSignatures {
  private ResultSignatures() {}

  /** Rows of a signature are arrays, also where there is one column. */
  public static Meta.Signature of(
      String sql, List<ColumnMetaData> columns, List<AvaticaParameter> parameters) {
    return new Meta.Signature(
        columns, sql, parameters, Map.of(), Meta.CursorFactory.ARRAY, Meta.StatementType.SELECT);
  }
}
