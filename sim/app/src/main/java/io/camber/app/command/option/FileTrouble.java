package io.camber.app.command.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.Set;

/** What the system says of a file that a command line named, in words. */
public final class FileTrouble {
  /** What Linux says while a file that is open already is written or read. */
  private static final Set<String> DISK = Set.of(
      "No space left on device", "File too large", "Disk quota exceeded", "Input/output error");

  private FileTrouble() {}

  /** One sentence, or empty when the failure has nothing to do with a file. */
  public static Optional<String> of(Throwable failure) {
    if (failure instanceof UncheckedIOException wrapped) {
      return Optional.ofNullable(wrapped.getCause()).flatMap(FileTrouble::of);
    }
    if (failure instanceof FileSystemException trouble && trouble.getFile() != null) {
      return Optional.of(trouble.getFile() + ": " + reason(trouble));
    }
    return failure instanceof IOException refused ? ofDisk(refused) : Optional.empty();
  }

  /** What the disk itself refuses, also below what others say of it. */
  static Optional<String> ofDisk(IOException failure) {
    return DISK.contains(String.valueOf(failure.getMessage()))
        ? Optional.of("the disk refuses: " + failure.getMessage())
        : Optional.ofNullable(failure.getCause())
            .filter(IOException.class::isInstance)
            .flatMap(cause -> ofDisk((IOException) cause));
  }

  private static String reason(FileSystemException trouble) {
    if (trouble instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (trouble instanceof AccessDeniedException) {
      return "access is denied; look at its owner and rights";
    }
    if (trouble instanceof NotDirectoryException) {
      return "is no folder";
    }
    if (trouble instanceof FileAlreadyExistsException
        || trouble instanceof DirectoryNotEmptyException) {
      return "is there already; choose another name";
    }
    return Optional.ofNullable(trouble.getReason()).orElse("cannot be used").strip();
  }
}
