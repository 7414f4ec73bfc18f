package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.row.PulledRows;
import java.util.Collections;
import java.util.Iterator;

/** The rows of a walk, as the service gives them. */
final class WalkRows extends PulledRows {
  private final Paginator walk;
  private final Runnable beforeSecondPage;
  private Iterator<Object[]> page = Collections.emptyIterator();

  /**
   * @param beforeSecondPage told before a second page is asked for
   */
  WalkRows(Paginator walk, Runnable beforeSecondPage) {
    this.walk = walk;
    this.beforeSecondPage = beforeSecondPage;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
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
