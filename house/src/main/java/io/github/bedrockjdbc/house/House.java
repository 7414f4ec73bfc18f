package io.github.bedrockjdbc.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;

/** The classes of a module, tests left out, and the rooms that they are in. */
public final class House {
  private final String root;
  private final JavaClasses classes;

  private House(String root, JavaClasses classes) {
    this.root = root;
    this.classes = classes;
  }

  /**
   * Reads the classes of the module under test.
   *
   * @param root package of the module, without a dot at its end
   */
  public static House of(String root) {
    return new House(
        root,
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root));
  }

  /** All of them, nested ones too. */
  public JavaClasses classes() {
    return classes;
  }

  /** Whether a class is one of the module's. */
  boolean has(JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  /** The room of one of the module's classes. */
  String room(JavaClass type) {
    return type.getPackageName().equals(root)
        ? ""
        : type.getPackageName().substring(root.length() + 1);
  }

  /** Where a room says what it is, in the module's folder. */
  Path packageInfo(String room) {
    final String name = room.isEmpty() ? root : root + "." + room;
    return Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
  }

  static boolean isOnTop(JavaClass type) {
    return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
  }
}
