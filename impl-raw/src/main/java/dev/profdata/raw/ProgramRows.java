package dev.profdata.raw;

import dev.profdata.io.ProfileCorrelator;
import dev.profdata.model.FunctionTable;
import java.io.IOException;

/** What a program tells of its functions. Needs not be safe for several threads. */
@FunctionalInterface
interface ProgramRows {
  /** Returns the functions as profiles of a version and variant need them. */
  FunctionTable table(ProfileCorrelator.Request request) throws IOException;
}
