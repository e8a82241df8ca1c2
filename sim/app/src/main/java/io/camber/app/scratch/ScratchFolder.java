package io.camber.app.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for its user alone that is gone when it is closed, with all that is in it. */
public final class ScratchFolder implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");

  private final Path path;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  /** Among the temporary files of this machine. */
  public static ScratchFolder create(String prefix) {
    try {
      return new ScratchFolder(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In memory where the machine offers that, so that no disk is measured. */
  public static ScratchFolder inMemory(String prefix) {
    try {
      return Files.isWritable(MEMORY)
          ? new ScratchFolder(Files.createTempDirectory(MEMORY, prefix))
          : create(prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder with all that is in it, if it is there. Files that vanish meanwhile are as good as removed. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
