package dev.profdata.tck.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sources of small programs, to be compiled by the compilers at hand.
 *
 * @since 0.1
 */
public final class Programs {
  /** Indirect calls and memory operations. */
  public static final String VALUES = "values.c";

  /** Virtual calls and templates. */
  public static final String SHAPES = "shapes.cpp";

  /** A shared library, and the program that uses it. */
  public static final String LIBRARY = "library.c";

  /** The program that uses {@link #LIBRARY}. */
  public static final String USES_LIBRARY = "uses-library.c";

  /** Short and long functions, local and global, called through pointers. */
  public static final String BRANCHES = "branches.c";

  /** More than a thousand functions. */
  public static final String MANY = "many.cpp";

  private Programs() {}

  /** Copies a source into a folder and returns where it is. */
  public static Path copy(String name, Path folder) throws IOException {
    return Files.write(folder.resolve(name), Resources.read("programs/" + name));
  }
}
