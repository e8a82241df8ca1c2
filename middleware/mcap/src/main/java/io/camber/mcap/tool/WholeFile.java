package io.camber.mcap.tool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there when it is whole, or not at all. What is written lies beside it, as {@code NAME.PROCESS.part}, until
 * {@link #finish()} gives it the name in one step; closing before that takes it away, and so does the end of the process.
 * A link stays a link, its file is replaced. Pipes and devices are written to as they are.
 */
public final class WholeFile implements Closeable {
  private static final Path DEVICES = Path.of("/dev");

  private final Path target;
  private final Path place;

  private WholeFile(Path target, Path place) {
    this.target = target;
    this.place = place;
  }

  /** Prepares {@code target}, whose folder must exist; what is there stays until {@link #finish()}. */
  public static WholeFile of(Path target) throws IOException {
    if (isStream(target)) {
      return new WholeFile(target, target);
    }
    Path file = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
    Path place = besides(file);
    place.toFile().deleteOnExit();
    return new WholeFile(file, place);
  }

  /** Whether a path is a pipe or a device: there is nothing in it that could be replaced. */
  public static boolean isStream(Path path) {
    return path.toAbsolutePath().normalize().startsWith(DEVICES)
        || (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path));
  }

  /** Where what becomes {@code target} lies until it is whole: a name that no other process takes. */
  public static Path besides(Path target) {
    return target.resolveSibling(
        target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /** Where to write. */
  public Path place() {
    return place;
  }

  /** What was written is whole: it gets its name. */
  public void finish() throws IOException {
    if (!place.equals(target)) {
      Files.move(place, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    if (!place.equals(target) && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(place);
    }
  }
}
