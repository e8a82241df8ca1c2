package io.camber.sim.scenario.document;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folders a scenario may read from: its own folder and what lies below at most {@value #LEVELS_UP} folders up, which is
 * how published suites lay out scenarios, maps and catalogs. Links that lead outside are refused.
 */
public final class FileTree {
  private static final int LEVELS_UP = 4;

  private final Path folder;
  private final Path root;

  /** What was found before; asking the file system is a good part of reading a scenario again. */
  private final Map<String, Path> found = new ConcurrentHashMap<>();

  public FileTree(Path scenarioFile) {
    try {
      Path real = scenarioFile.toAbsolutePath().toRealPath();
      this.folder = parentOf(real);
      Path top = folder;
      for (int i = 0; i < LEVELS_UP; i++) {
        Path up = parentOf(top);
        // never the root of the file system itself
        top = up.getNameCount() > 0 ? up : top;
      }
      this.root = top;
    } catch (IOException e) {
      throw new InputException(scenarioFile + ": no such file", e);
    }
  }

  private static Path parentOf(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /** Whether a path leads out of the folder tree. */
  boolean leaves(String written) {
    try {
      return !folder.resolve(written.replace('\\', '/')).normalize().startsWith(root);
    } catch (InvalidPathException e) {
      return true;
    }
  }

  /** The file or folder a path of the scenario means; empty when there is none. */
  public Optional<Path> find(Node place, String written) {
    Path before = found.get(written);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<Path> path = look(place, written);
    path.ifPresent(known -> found.put(written, known));
    return path;
  }

  private Optional<Path> look(Node place, String written) {
    try {
      Path candidate = folder.resolve(written.replace('\\', '/')).normalize();
      if (!candidate.startsWith(root)) {
        throw place.error("path \"" + written + "\" leaves the scenario's folder tree " + root);
      }
      if (!Files.exists(candidate)) {
        return Optional.empty();
      }
      if (!candidate.toRealPath().startsWith(root)) {
        throw place.error(
            "path \"" + written + "\" is a link out of the scenario's folder tree " + root);
      }
      return Optional.of(candidate);
    } catch (InvalidPathException | IOException e) {
      throw place.error("path \"" + written + "\" cannot be used: " + e.getMessage());
    }
  }
}
