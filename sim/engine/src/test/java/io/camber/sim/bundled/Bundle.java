package io.camber.sim.bundled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenario folder of the repository. */
final class Bundle {
  private static final Path FOLDER = Path.of("..", "..", "scenarios");

  private Bundle() {}

  static List<Path> scenarios() {
    return files(FOLDER, ".xosc");
  }

  static List<Path> maps() {
    return files(FOLDER.resolve("maps"), ".xodr");
  }

  static Path map(String name) {
    return FOLDER.resolve("maps").resolve(name);
  }

  static ByteBuffer bytes(Path file) {
    try {
      return ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
