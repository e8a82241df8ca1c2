package io.camber.mcap.tool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.util.regex.Pattern;

/**
 * A file that is there when it is whole, or not at all. What is written lies beside it, as {@code NAME.PROCESS.part}, until
 * {@link #finish()} gives it the name in one step; closing before that takes it away, and so does the end of the process.
 * A link stays a link, its file is replaced. Pipes, devices and what a shell opened are written to as they are.
 */
public final class WholeFile implements Closeable {
  private static final int LINKS_MAX = 40;

  /** What the process has open already, by its names. */
  private static final Pattern OPEN =
      Pattern.compile("/dev/(stdin|stdout|stderr|fd/\\d+)|/proc/self/fd/\\d+");

  private final Path target;
  private final Path place;
  private final boolean inPlace;

  private WholeFile(Path target, Path place, boolean inPlace) {
    this.target = target;
    this.place = place;
    this.inPlace = inPlace;
  }

  /** Prepares {@code target}, whose folder must exist; what is there stays until {@link #finish()}. */
  public static WholeFile of(Path target) throws IOException {
    return isStream(target) ? new WholeFile(target, target, true) : beside(led(target));
  }

  /** Room for a file that is needed while {@code target} is made, and goes when it is closed. */
  public static WholeFile scratch(Path target) throws IOException {
    return beside(
        isStream(target)
            ? Path.of(System.getProperty("java.io.tmpdir"), "camber")
            : led(target).resolveSibling(target.getFileName() + ".scratch"));
  }

  private static WholeFile beside(Path file) throws IOException {
    Path place = fresh(file, Files::createFile);
    place.toFile().deleteOnExit();
    return new WholeFile(file, place, false);
  }

  /**
   * Whether a path is a pipe or a device, or a file that a shell has just begun for this process: there is nothing in it that
   * could be replaced.
   */
  public static boolean isStream(Path path) {
    if (!Files.exists(path) || Files.isDirectory(path)) {
      return false;
    }
    return !Files.isRegularFile(path)
        || (OPEN.matcher(path.toString()).matches() && path.toFile().length() == 0L);
  }

  /** Where links lead that lead to {@code path}'s file, also when that is not there yet. */
  public static Path led(Path path) throws IOException {
    Path file = path;
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == LINKS_MAX) {
        throw new FileSystemLoopException(path.toString());
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  /** Makes something new. */
  @FunctionalInterface
  private interface Creation {
    Path create(Path path, FileAttribute<?>... attributes) throws IOException;
  }

  /** Makes the folder in which what becomes {@code target} lies until it is whole: one that nobody had. */
  public static Path freshFolder(Path target) throws IOException {
    return fresh(target, Files::createDirectory);
  }

  private static Path fresh(Path target, Creation creation) throws IOException {
    String name = target.getFileName() + "." + ProcessHandle.current().pid();
    int left = 0; // by killed processes of the same number
    while (true) {
      try {
        return creation.create(
            target.resolveSibling(name + (left == 0 ? "" : "." + left) + ".part"));
      } catch (FileAlreadyExistsException e) {
        left++;
      }
    }
  }

  /** Where to write. */
  public Path place() {
    return place;
  }

  /** What was written is whole: it gets its name. */
  public void finish() throws IOException {
    if (!inPlace) {
      Files.move(place, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    if (!inPlace) {
      Files.deleteIfExists(place);
    }
  }
}
