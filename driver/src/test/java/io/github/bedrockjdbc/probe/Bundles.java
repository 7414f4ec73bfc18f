package io.github.bedrockjdbc.probe;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * An OSGi framework: folder for its cache, bundle of the driver, bundle of a guest, URL,
 * statements. Prints what the guest prints.
 */
public final class Bundles {
  private Bundles() {}

  public static void main(String[] arguments) throws Exception {
    final Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(Map.of("org.osgi.framework.storage", arguments[0]));
    framework.start();
    try {
      final Bundle driver = installed(framework, arguments[1]);
      final Bundle guest = installed(framework, arguments[2]);
      driver.start();
      guest.start();
      System.out.println(driver.getSymbolicName() + " " + driver.getVersion());
      System.out.println(run(guest, Arrays.copyOfRange(arguments, 3, arguments.length)));
      for (Bundle bundle : List.of(guest, driver)) {
        bundle.stop();
        bundle.uninstall();
      }
    } finally {
      framework.stop();
      framework.waitForStop(0);
    }
  }

  private static Bundle installed(Framework framework, String jar) throws BundleException {
    return framework
        .getBundleContext()
        .installBundle("reference:" + Path.of(jar).toUri()); // as it is, without a copy
  }

  @SuppressWarnings("unchecked") // a guest is such a function
  private static String run(Bundle guest, String[] arguments) throws Exception {
    final Function<String[], String> function =
        (Function<String[], String>)
            guest.loadClass(Guest.class.getName()).getDeclaredConstructor().newInstance();
    return function.apply(arguments);
  }
}
