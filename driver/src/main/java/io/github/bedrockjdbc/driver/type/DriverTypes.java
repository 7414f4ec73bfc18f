package io.github.bedrockjdbc.driver.type;

import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Types whose texts can hold every character. */
public final class DriverTypes extends JavaTypeFactoryImpl {
  public DriverTypes() {
    super(new DriverTypeSystem());
  }

  /** All that derives types comes by here: the validator, the rules, the making of code. */
  @Override
  public RelDataType createTypeWithNullability(RelDataType type, boolean nullable) {
    PlanningThread.check();
    return super.createTypeWithNullability(type, nullable);
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  /**
   * Decimals keep what is after the point. A date that is moved by hours is a time of day, as in
   * PostgreSQL; Calcite cuts the hours. No number is a time: Calcite counts days or milliseconds.
   */
  @Override
  public RelDataType leastRestrictive(List<RelDataType> types, SqlTypeMappingRule mappingRule) {
    if (DecimalTypes.areMixed(types)) {
      return DecimalTypes.common(this, types);
    }
    if (types.stream().anyMatch(SqlTypeUtil::isDatetime)
        && types.stream().anyMatch(SqlTypeUtil::isNumeric)) {
      return null;
    }
    return super.leastRestrictive(
        MovedDates.areOne(types) ? MovedDates.asTimestamp(this, types) : types, mappingRule);
  }
}
