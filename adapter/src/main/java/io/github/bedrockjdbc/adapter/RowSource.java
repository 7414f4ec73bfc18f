package io.github.bedrockjdbc.adapter;

import java.util.NoSuchElementException;

/** Rows one by one, some of them already here. */
interface RowSource {
  /** No rows. */
  RowSource EMPTY =
      new RowSource() {
        @Override
        public boolean hasNext() {
          return false;
        }

        @Override
        public boolean hasNextAtHand() {
          return false;
        }

        @Override
        public Object[] next() {
          throw new NoSuchElementException();
        }
      };

  /** Whether there is another row; may call the service. */
  boolean hasNext();

  /** Whether there is another row that needs no call. */
  boolean hasNextAtHand();

  /** That row. */
  Object[] next();
}
