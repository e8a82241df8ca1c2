package io.camber.app.suite;

import io.camber.app.input.BundledFiles;
import io.camber.app.input.Suggestions;
import io.camber.diagnostics.InputException;
import io.camber.jury.suite.Suite;
import io.camber.jury.suite.SuiteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    return BundledFiles.names(folder(), ENDING);
  }

  private static Path folder() {
    return BundledFiles.folder("suites");
  }
}
