package io.camber.app.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that come with the repository, each kind in a folder of its own, known by their names without ending. */
public final class BundledFiles {
  private BundledFiles() {}

  /** A folder of the repository that the launcher belongs to, else of the working directory. */
  public static Path folder(String name) {
    return Path.of(System.getProperty("camber.home", "")).resolve(name);
  }

  /** Names of the folder's files with that ending, in alphabetical order; none where there is no folder. */
  public static List<String> names(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
