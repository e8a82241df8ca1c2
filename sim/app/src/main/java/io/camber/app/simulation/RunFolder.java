package io.camber.app.simulation;

import io.camber.app.scratch.ScratchFolder;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A run on disk. Everything is written into {@code NAME.part}, which becomes {@code NAME} when the run is complete; a run
 * that fails before leaves nothing.
 */
public final class RunFolder {
  /** End of the name of a folder that a run is still writing. */
  public static final String UNFINISHED = ".part";

  public static final String DRIVE = "drive.mcap";
  public static final String RESULT = "result.json";
  public static final String REPORT = "report.html";
  public static final String TICKETS = "tickets.jsonl";
  public static final String METRICS = "metrics.parquet";
  public static final String JUNIT = "junit.xml";

  private final Path target;
  private final Path part;

  private RunFolder(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /** A folder called after the time and the scenario, under {@code runs} of the working directory. */
  public static Path defaultTarget(String scenario) {
    return defaultTarget("runs", scenario);
  }

  /** A folder called after the time and what it is about, under {@code parent} of the working directory. */
  public static Path defaultTarget(String parent, String name) {
    String time = LocalDateTime.now(ZoneId.systemDefault())
        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    Path base = Path.of(parent).resolve(time + "-" + name);
    Path target = base;
    for (int i = 2; Files.exists(target); i++) {
      target = base.resolveSibling(base.getFileName() + "-" + i);
    }
    return target;
  }

  /**
   * Starts a run folder.
   *
   * @throws InputException when the target exists already or cannot be written
   */
  static RunFolder create(Path target) {
    if (Files.exists(target) && !isEmptyFolder(target)) {
      throw new InputException(
          "--out " + target + " exists already; name a new folder, or remove it first");
    }
    Path part = target.resolveSibling(target.getFileName() + UNFINISHED);
    try {
      ScratchFolder.delete(part);
      Files.createDirectories(part);
      return new RunFolder(target, part);
    } catch (IOException e) {
      throw new InputException("--out " + target + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** A file of the run while it is being written. */
  Path file(String name) {
    return part.resolve(name);
  }

  /** Gives the folder its name. */
  Path complete() throws IOException {
    Files.deleteIfExists(target);
    return Files.move(part, target);
  }

  /** Removes what was written. */
  void discard() throws IOException {
    ScratchFolder.delete(part);
  }

  /** Removes what was written, and the folder that it was to become. */
  void remove() throws IOException {
    discard();
    Files.deleteIfExists(target);
  }
}
