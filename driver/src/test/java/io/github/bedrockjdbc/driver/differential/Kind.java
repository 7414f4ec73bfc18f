package io.github.bedrockjdbc.driver.differential;

/** Types, as far as the grammar tells them apart. */
enum Kind {
  TEXT("VARCHAR"),
  WHOLE("BIGINT"),
  DECIMAL("DECIMAL(12, 3)"),
  DOUBLE("DOUBLE PRECISION"),
  TIME("TIMESTAMP"),
  DATE("DATE"),
  TRUTH("BOOLEAN");

  private final String sql;

  Kind(String sql) {
    this.sql = sql;
  }

  /** In a {@code CAST}. */
  String sql() {
    return sql;
  }

  /** Of a column of {@link JobValues#COLUMNS}. */
  static Kind ofColumn(String definition) {
    if (definition.contains(" TIMESTAMP")) {
      return TIME;
    }
    return definition.contains(" VARCHAR") ? TEXT : WHOLE;
  }
}
