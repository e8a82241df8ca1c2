package io.camber.app.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The scenarios that come with the repository, found by name. */
public final class BundledScenarios {
  private static final String ENDING = ".xosc";

  private BundledScenarios() {}

  /** The folder {@code scenarios} of the repository that the launcher belongs to, else of the working directory. */
  public static Path folder() {
    return BundledFiles.folder("scenarios");
  }

  /** Names without ending, in alphabetical order. */
  public static List<String> list() {
    return BundledFiles.names(folder(), ENDING);
  }

  /** The file a user means: a path that exists, or the name of a bundled scenario, which need not exist. */
  public static Path resolve(String nameOrPath) {
    Path path = Path.of(nameOrPath);
    boolean isName = !nameOrPath.contains("/") && !nameOrPath.endsWith(ENDING);
    return isName && !Files.exists(path) ? folder().resolve(nameOrPath + ENDING) : path;
  }

  /** The name of a bundled scenario's file; empty for any other file. */
  public static Optional<String> findName(Path file) {
    Path home = folder().toAbsolutePath().normalize();
    boolean isBundled = home.equals(file.toAbsolutePath().normalize().getParent())
        && file.toString().endsWith(ENDING);
    return isBundled ? Optional.of(InputFiles.stem(file)) : Optional.empty();
  }
}
