package dev.profdata.cli;

import dev.profdata.io.ErrorKind;
import dev.profdata.io.ProfileException;
import dev.profdata.io.ProfileMismatchException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns exceptions into sentences, with LLVM's words first where the kind of error is LLVM's. */
final class Failures {
  /** LLVM's sentence, whichever kinds of profiles they are. */
  private static final String KINDS_DIFFER =
      "Merge IR generated profile with Clang generated profile.";

  private Failures() {}

  /** Returns {@code FILE: reason}. */
  static String describe(IOException failure) {
    if (failure instanceof ProfileException profile) {
      return profile.source() + ": " + reason(profile);
    }
    if (failure instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + oneLine(file.getReason());
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": No such file or directory";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": Permission denied";
    }
    return oneLine(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
  }

  /** Returns how much memory there was, and how to give more. */
  static String describe(OutOfMemoryError failure) {
    return ("not enough memory, Java's heap may grow to %d MiB (%s); no file was left half-written;"
            + " give it more with PROFDATA_JAVA_OPTIONS=-Xmx8g and the launcher profdata,"
            + " or with java -Xmx8g -jar profdata.jar")
        .formatted(Runtime.getRuntime().maxMemory() >> 20, oneLine(failure.getMessage()));
  }

  /** Tells whether kinds of profiles met that cannot be merged. */
  static boolean isOfKinds(ProfileException failure) {
    return failure instanceof ProfileMismatchException
        && failure.kind() == ErrorKind.UNSUPPORTED_VERSION;
  }

  /** Returns what LLVM says, and no more, when kinds of profiles meet that cannot be merged. */
  static String describeKinds(ProfileException failure) {
    return failure.source() + ": " + KINDS_DIFFER;
  }

  /** Returns the reason without the file. */
  static String reason(ProfileException failure) {
    return sentence(failure) + place(failure);
  }

  private static String sentence(ProfileException failure) {
    String detail = failure.detail();
    if (isOfKinds(failure)) {
      return KINDS_DIFFER + " (" + detail + ")";
    }
    String llvm = failure.kind().message();
    if (detail.isEmpty()) {
      return llvm;
    }
    return startsWith(detail, llvm) ? detail : llvm + ": " + detail;
  }

  private static boolean startsWith(String detail, String llvm) {
    return detail.toLowerCase(Locale.ROOT).startsWith(llvm.toLowerCase(Locale.ROOT));
  }

  private static String place(ProfileException failure) {
    if (failure.section().isEmpty() || failure.offset().isEmpty()) {
      return "";
    }
    return " (section %s, at 0x%x)"
        .formatted(failure.section().get(), failure.offset().getAsLong());
  }

  /** Returns a message without line breaks. */
  static String oneLine(@Nullable String message) {
    return Objects.toString(message, "").strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
