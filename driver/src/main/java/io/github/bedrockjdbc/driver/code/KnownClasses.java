package io.github.bedrockjdbc.driver.code;

import org.codehaus.janino.ClassLoaderIClassLoader;
import org.codehaus.janino.IClass;

/** The classes, and the names that are none, which source code mentioned. */
final class KnownClasses extends ClassLoaderIClassLoader {
  /** Variables are looked for as classes, too, and their names are without end. */
  private static final int MOST = 20_000;

  private int asked;

  KnownClasses(ClassLoader classes) {
    super(classes);
  }

  boolean isFull() {
    return asked > MOST;
  }

  /** Asked once for each name. */
  @Override
  protected IClass findIClass(String descriptor) throws ClassNotFoundException {
    asked++;
    return super.findIClass(descriptor);
  }
}
