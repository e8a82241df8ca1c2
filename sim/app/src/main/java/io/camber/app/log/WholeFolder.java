package io.camber.app.log;

import io.camber.mcap.tool.WholeFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of new files that is there when all of them are, or not at all; {@link WholeFile} for one. In a folder that is
 * there already, wherever a link to it leads, they wait in it and take their places together; what else is in it stays.
 */
final class WholeFolder implements Closeable {
  private final Path target;
  private final Path place;
  private final List<Path> files = new ArrayList<>();

  private WholeFolder(Path target, Path place) {
    this.target = target;
    this.place = place;
  }

  static WholeFolder of(Path target) throws IOException {
    Path folder = Files.isDirectory(target) ? target.toRealPath() : WholeFile.led(target);
    Path place = WholeFile.freshFolder(
        Files.isDirectory(folder) ? folder.resolve(String.valueOf(folder.getFileName())) : folder);
    place.toFile().deleteOnExit();
    return new WholeFolder(folder, place);
  }

  /** Where to write a file of it. */
  Path file(String name) {
    Path file = place.resolve(name);
    file.toFile().deleteOnExit();
    files.add(file);
    return file;
  }

  void finish() throws IOException {
    if (!Files.isDirectory(target)) {
      Files.move(place, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    for (Path file : files) {
      Files.move(
          file, target.resolve(file.getFileName().toString()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(place);
  }
}
