package dev.profdata.internal.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Turns what the system says into a sentence: what, where, and what can be done. */
final class WriteFailures {
  private static final String NO_RIGHTS = "Permission denied";

  private WriteFailures() {}

  /** Explains why a file that is there may not be written. */
  static IOException ofFile(WriteTarget target, IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return denied(target, "change the permissions of the file or write elsewhere", failure);
    }
    return ofWriting(target, failure);
  }

  /** Explains why a file cannot be created, written or moved into its place. */
  static IOException ofWriting(WriteTarget target, IOException failure) {
    if (failure instanceof ClosedByInterruptException) {
      return because(
          failure, new InterruptedIOException(target.name() + ": interrupted" + end(target)));
    }
    if (failure instanceof AccessDeniedException) {
      String advice =
          target.isDirect()
              ? "write elsewhere"
              : "a new file is made beside it first, so allow writing in " + target.folder();
      return denied(target, advice, failure);
    }
    if (failure instanceof NoSuchFileException) {
      String reason =
          "No such file or directory: folder or temporary file were removed meanwhile, write again";
      return because(
          failure, new NoSuchFileException(target.name().toString(), null, reason + end(target)));
    }
    String reason = reason(failure);
    return because(
        failure,
        new FileSystemException(
            target.name().toString(), null, reason + ": " + advice(reason) + end(target)));
  }

  private static IOException denied(WriteTarget target, String advice, IOException failure) {
    return because(
        failure,
        new AccessDeniedException(
            target.name().toString(), null, NO_RIGHTS + ": " + advice + end(target)));
  }

  /** The words are those of the C library, which the JDK hands on untranslated. */
  private static String advice(String reason) {
    if (reason.contains("No space") || reason.contains("quota")) {
      return "free some space or write elsewhere";
    }
    if (reason.contains("File too large")) {
      return "raise the limit for files (ulimit -f) or write elsewhere";
    }
    return "write elsewhere";
  }

  private static String reason(IOException failure) {
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
  }

  private static String end(WriteTarget target) {
    return !target.isDirect() && target.exists() ? "; the old file is as it was" : "";
  }

  private static IOException because(IOException cause, IOException failure) {
    failure.initCause(cause);
    return failure;
  }
}
