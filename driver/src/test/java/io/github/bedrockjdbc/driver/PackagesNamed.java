package io.github.bedrockjdbc.driver;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Reads from the constant pools of a jar's classes which packages they name. */
final class PackagesNamed {
  private static final int MAGIC_AND_VERSION = 8;

  private PackagesNamed() {}

  /** Without those of the jar itself. */
  static Set<String> in(Path path) {
    final Set<String> own = new TreeSet<>();
    final Set<String> named = new TreeSet<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().endsWith(".class") && entry.getName().contains("/")) {
          own.add(packageOf(entry.getName()));
          try (DataInputStream bytes =
              new DataInputStream(new BufferedInputStream(jar.getInputStream(entry)))) {
            add(bytes, named);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    named.removeAll(own);
    return named;
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('/')).replace('/', '.');
  }

  private static void add(DataInputStream bytes, Set<String> named) throws IOException {
    bytes.skipNBytes(MAGIC_AND_VERSION);
    final int count = bytes.readUnsignedShort();
    final String[] texts = new String[count];
    final int[] classes = new int[count];
    for (int i = 1; i < count; i++) {
      final int tag = bytes.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = bytes.readUTF();
        case 7 -> classes[i] = bytes.readUnsignedShort();
        case 8, 16, 19, 20 -> bytes.skipNBytes(2);
        case 15 -> bytes.skipNBytes(3);
        case 5, 6 -> {
          bytes.skipNBytes(8);
          i++; // a long or a double takes two places
        }
        default -> bytes.skipNBytes(4);
      }
    }
    for (int text : classes) {
      final String name = texts[text] == null ? "" : texts[text].replaceFirst("^\\[+L?", "");
      if (name.contains("/")) {
        named.add(packageOf(name));
      }
    }
  }
}
