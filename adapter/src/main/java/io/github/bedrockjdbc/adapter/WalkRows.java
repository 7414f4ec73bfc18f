package io.github.bedrockjdbc.adapter;

import java.util.Collections;
import java.util.Iterator;

/** The rows of a walk, as the service gives them. */
final class WalkRows extends PulledRows {
  private final Walk walk;
  private final Runnable beforeSecondPage;
  private Iterator<Object[]> page = Collections.emptyIterator();

  /**
   * @param beforeSecondPage told before a second page is asked for
   */
  WalkRows(Walk walk, Runnable beforeSecondPage) {
    this.walk = walk;
    this.beforeSecondPage = beforeSecondPage;
  }

  @Override
  Object[] pull(boolean mayCall) {
    while (!page.hasNext()) {
      if (!mayCall || !walk.hasNext()) {
        return null;
      }
      if (walk.pages() == 1) {
        beforeSecondPage.run();
      }
      page = walk.next().iterator();
    }
    return page.next();
  }
}
