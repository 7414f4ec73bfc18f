package io.github.bedrockjdbc.probe;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A program that loads guests and drops them: jar, folder of classes, URL, statements. Prints what
 * two guests print that are there side by side, and whether they are gone afterwards.
 */
public final class Unloading {
  /** The longest that it may take until the HTTP client notices that nobody needs it. */
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private Unloading() {}

  public static void main(String[] arguments) throws Exception {
    final URLClassLoader bystander = new URLClassLoader(new URL[0], null);
    Thread.currentThread().setContextClassLoader(bystander);
    final List<WeakReference<ClassLoader>> guests = guests(arguments);
    Thread.currentThread().setContextClassLoader(null);
    compareRecords();
    final long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && guests.stream().anyMatch(guest -> guest.get() != null)) {
      System.gc();
      Thread.sleep(100);
    }
    for (WeakReference<ClassLoader> guest : guests) {
      System.out.println(guest.get() == null ? "unloaded" : "held");
    }
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getContextClassLoader() == bystander)
        .forEach(thread -> System.out.println("left behind: " + thread));
  }

  private static List<WeakReference<ClassLoader>> guests(String[] arguments) throws Exception {
    final URL[] classes = {new URL(arguments[0]), new URL(arguments[1])};
    final String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
    try (URLClassLoader one = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
        URLClassLoader other = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
      final Function<String[], String> first = guest(one);
      final Function<String[], String> second = guest(other);
      System.out.println(first.apply(rest));
      System.out.println(second.apply(rest));
      return List.of(new WeakReference<>(one), new WeakReference<>(other));
    }
  }

  @SuppressWarnings("unchecked") // a guest is such a function
  private static Function<String[], String> guest(ClassLoader loader) throws Exception {
    return Class.forName(Guest.class.getName(), true, loader)
        .asSubclass(Function.class)
        .getDeclaredConstructor()
        .newInstance();
  }

  /** Java 17 itself holds the record class that was compared last; so compare others. */
  private static void compareRecords() {
    if (!new Other(List.of()).equals(new Other(List.of()))) {
      throw new IllegalStateException();
    }
  }

  private record Other(List<String> values) {}
}
