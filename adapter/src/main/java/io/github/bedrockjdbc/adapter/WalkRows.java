package io.github.bedrockjdbc.adapter;

import java.util.Collections;
import java.util.Iterator;
import java.util.function.Consumer;

/** The rows of a walk, as the service gives them. */
final class WalkRows extends PulledRows {
  private final Walk walk;
  private final Consumer<Walk> beforePage;
  private Iterator<Object[]> page = Collections.emptyIterator();

  /**
   * @param beforePage told before each page is asked for
   */
  WalkRows(Walk walk, Consumer<Walk> beforePage) {
    this.walk = walk;
    this.beforePage = beforePage;
  }

  @Override
  Object[] pull(boolean mayCall) {
    while (!page.hasNext()) {
      if (!mayCall || !walk.hasNext()) {
        return null;
      }
      beforePage.accept(walk);
      page = walk.next().iterator();
    }
    return page.next();
  }
}
