package io.camber.app.suite;

import io.camber.app.input.Suggestions;
import io.camber.diagnostics.InputException;
import io.camber.jury.suite.Suite;
import io.camber.jury.suite.SuiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The suites that come with the repository, found by name. */
public final class BundledSuites {
  private static final String ENDING = ".yaml";

  private BundledSuites() {}

  /** The suite of that name, or of that file. */
  public static Suite find(String nameOrFile) {
    Path file =
        nameOrFile.endsWith(ENDING) ? Path.of(nameOrFile) : folder().resolve(nameOrFile + ENDING);
    if (!Files.exists(file)) {
      throw new InputException(
          nameOrFile.endsWith(ENDING)
              ? file + ": no such suite"
              : "no suite '" + nameOrFile + "'" + Suggestions.hint(nameOrFile, list()));
    }
    return SuiteFile.read(file);
  }

  /** Names, in alphabetical order. */
  static List<String> list() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty("camber.home", "")).resolve("suites");
  }
}
