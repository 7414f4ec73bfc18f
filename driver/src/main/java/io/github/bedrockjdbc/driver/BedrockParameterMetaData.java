package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import io.github.bedrockjdbc.driver.parameter.Parameter;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;

/** What a statement expects of its parameters, as {@link Parameter} describes it. */
record BedrockParameterMetaData(List<Parameter> parameters)
    implements ParameterMetaData, WrapperSupport {
  BedrockParameterMetaData {
    parameters = List.copyOf(parameters);
  }

  private Parameter parameter(int index) throws SQLException {
    if (index < 1 || index > parameters.size()) {
      throw SqlErrors.noSuch("No parameter", index, parameters.size());
    }
    return parameters.get(index - 1);
  }

  @Override
  public int getParameterCount() {
    return parameters.size();
  }

  /** Whether NULL makes sense is for the statement to say. */
  @Override
  public int isNullable(int index) throws SQLException {
    parameter(index);
    return parameterNullableUnknown;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return parameter(index).shown().isNumber();
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return parameter(index).shownPrecision();
  }

  @Override
  public int getScale(int index) throws SQLException {
    return parameter(index).shownScale();
  }

  @Override
  public int getParameterType(int index) throws SQLException {
    return parameter(index).typeName().getJdbcOrdinal();
  }

  @Override
  public String getParameterTypeName(int index) throws SQLException {
    return parameter(index).shown().name();
  }

  @Override
  public String getParameterClassName(int index) throws SQLException {
    return parameter(index).shown().javaClass().getName();
  }

  @Override
  public int getParameterMode(int index) throws SQLException {
    parameter(index);
    return parameterModeIn;
  }
}
