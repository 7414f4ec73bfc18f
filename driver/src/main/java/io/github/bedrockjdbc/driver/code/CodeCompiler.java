package io.github.bedrockjdbc.driver.code;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.commons.compiler.util.reflect.ByteArrayClassLoader;
import org.codehaus.janino.Parser;
import org.codehaus.janino.Scanner;
import org.codehaus.janino.UnitCompiler;
import org.codehaus.janino.util.ClassFile;

/**
 * Compiles Java source. What the source of one statement named is known to that of the next: Janino
 * on its own would look for each name in all jars, and read the methods of each class, every time.
 */
final class CodeCompiler {
  private final ClassLoader parent;

  /** Each is used by one thread at a time. */
  private final Queue<KnownClasses> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param parent knows the classes that the source names
   */
  CodeCompiler(ClassLoader parent) {
    this.parent = parent;
  }

  /**
   * Gives a class, in a class loader of its own.
   *
   * @param source one compilation unit
   * @throws CompileException if it is not Java, or more than a class can hold
   */
  Class<?> compiled(String name, String source) throws CompileException {
    final Map<String, byte[]> code = new HashMap<>();
    for (ClassFile file : files(source)) {
      code.put(file.getThisClassName(), file.toByteArray());
    }
    try {
      return new ByteArrayClassLoader(code, parent).loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The source has no class " + name, e);
    }
  }

  private List<ClassFile> files(String source) throws CompileException {
    final KnownClasses reused = idle.poll();
    final KnownClasses known =
        reused == null || reused.isFull() ? new KnownClasses(parent) : reused;
    final List<ClassFile> files = new ArrayList<>();
    try {
      new UnitCompiler(
              new Parser(new Scanner(null, new StringReader(source)))
                  .parseAbstractCompilationUnit(),
              known)
          .compileUnit(false, false, false, files);
    } catch (IOException e) {
      throw new IllegalStateException("A string cannot be read", e);
    }
    idle.add(known);
    return files;
  }
}
