package io.github.bedrockjdbc.driver.syntax;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.util.SqlShuttle;

/** Writes a part of a statement once more. Parameters stay the same ones. */
final class SyntaxCopy extends SqlShuttle {
  private SyntaxCopy() {}

  static SqlNode of(SqlNode part) {
    return part.accept(new SyntaxCopy());
  }

  @Override
  public SqlNode visit(SqlCall call) {
    final CallCopyingArgHandler copied = new CallCopyingArgHandler(call, true);
    call.getOperator().acceptCall(this, call, false, copied);
    return copied.result();
  }

  @Override
  public SqlNode visit(SqlNodeList list) {
    return new SqlNodeList(
        list.stream().map(element -> element == null ? null : element.accept(this)).toList(),
        list.getParserPosition());
  }

  @Override
  public SqlNode visit(SqlIdentifier name) {
    return name.clone(name.getParserPosition());
  }
}
