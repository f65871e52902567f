package dev.profdata.tck.gallery;

import dev.profdata.spi.ProfileFormatProvider;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A class loader in which the service loader finds one provider of formats. */
final class ServiceFile extends ClassLoader {
  private static final String NAME = "META-INF/services/" + ProfileFormatProvider.class.getName();

  private final URL file;

  ServiceFile(Path folder, Class<? extends ProfileFormatProvider> provider) throws IOException {
    super(ServiceFile.class.getClassLoader());
    Path path = Files.writeString(folder.resolve(provider.getSimpleName()), provider.getName());
    this.file = path.toUri().toURL();
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(NAME) ? Collections.enumeration(List.of(file)) : super.getResources(name);
  }
}
