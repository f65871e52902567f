package dev.profdata.cli.limits;

import dev.profdata.spi.ProfileFormatProvider;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A class loader with providers of its own, of the api that all share, as in a plug-in. */
final class SeparateProviders extends URLClassLoader {
  private static final String SERVICES = "META-INF/services/";
  private static final String RAW_PROVIDER = "dev.profdata.raw.RawFormatProvider";

  private final ThreadLocal<AtomicInteger> asked = ThreadLocal.withInitial(AtomicInteger::new);

  private SeparateProviders(URL[] places) {
    super(places, SeparateProviders.class.getClassLoader());
  }

  static SeparateProviders load() throws MalformedURLException {
    List<URL> places = new ArrayList<>();
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (place.contains("impl-raw")
          || place.contains("impl-indexed")
          || place.contains("profdata-raw")
          || place.contains("profdata-indexed")) {
        places.add(Path.of(place).toUri().toURL());
      }
    }
    return new SeparateProviders(places.toArray(URL[]::new));
  }

  private static boolean isOwn(String name) {
    return name.startsWith("dev.profdata.raw.") || name.startsWith("dev.profdata.indexed.");
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (!isOwn(name)) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (!name.startsWith(SERVICES)) {
      return super.getResources(name);
    }
    if (name.endsWith(ProfileFormatProvider.class.getName())) {
      asked.get().incrementAndGet();
    }
    return findResources(name);
  }

  /** Returns how often something asks this loader for providers in this thread. */
  int served(Runnable something) {
    int before = asked.get().get();
    something.run();
    return asked.get().get() - before;
  }

  Class<?> classOfProvider() throws ClassNotFoundException {
    return loadClass(RAW_PROVIDER);
  }
}
