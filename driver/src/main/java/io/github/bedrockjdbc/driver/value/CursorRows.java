package io.github.bedrockjdbc.driver.value;

/** The rows of a result as far as they were read, numbered from 1. */
interface CursorRows {
  /** Of a result that is not opened yet, or is over. */
  CursorRows NONE =
      new CursorRows() {
        @Override
        public boolean has(long number) {
          return false;
        }

        @Override
        public Object[] row(long number) {
          throw new IllegalStateException("There are no rows");
        }

        @Override
        public long count() {
          return 0;
        }
      };

  /** Whether there is such a row; reads on to find out, and no further. */
  boolean has(long number);

  /** A row that is there. */
  Object[] row(long number);

  /** How many were read so far. */
  long count();
}
