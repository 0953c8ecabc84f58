package dev.autoheal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Describes an error with a file in words; Java's own messages often contain only its path. */
public final class IoErrors {
  private IoErrors() {}

  /** Returns the description, without the path of the file if the error is of a known kind. */
  public static String of(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "access is denied" + (denied.getReason() == null ? "" : ": " + denied.getReason());
    }
    if (e instanceof NoSuchFileException) {
      return "the file or folder does not exist";
    }
    if (e instanceof FileSystemLoopException) {
      return "its links form a loop";
    }
    if (e instanceof FileSystemException on && on.getReason() != null) {
      return lower(on.getReason());
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String lower(String reason) {
    return reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
  }
}
