package io.camber.app.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenarios that come with the repository, found by name. */
public final class BundledScenarios {
  private static final String ENDING = ".xosc";

  private BundledScenarios() {}

  /** The folder {@code scenarios} of the repository that the launcher belongs to, else of the working directory. */
  public static Path folder() {
    return Path.of(System.getProperty("camber.home", "")).resolve("scenarios");
  }

  /** Names without ending, in alphabetical order. */
  public static List<String> list() {
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
