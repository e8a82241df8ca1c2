package io.camber.app.busbench;

import io.camber.app.scratch.ScratchFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The processes of one measurement and a folder in memory for them; none of it is left when it is closed. */
final class Turn implements AutoCloseable {
  private static final long LIMIT_S = 40;

  private final ProcessYard yard;
  private final Path folder;
  private final Map<Process, File> partners = new LinkedHashMap<>();
  private int logs;

  private Turn(ProcessYard yard, Path folder) {
    this.yard = yard;
    this.folder = folder;
  }

  /** In a folder that is made here. */
  static Turn open(ProcessYard yard, Path folder) throws IOException {
    Files.createDirectory(folder);
    return new Turn(yard, folder);
  }

  Path folder() {
    return folder;
  }

  /** Starts one that works beside the one that measures. */
  void start(List<String> command, Map<String, String> environment) throws IOException {
    File log = log();
    partners.put(run(command, environment, log), log);
  }

  /** Starts the one that measures and waits for its figure. */
  Figure ask(List<String> command, Map<String, String> environment) throws IOException {
    File log = log();
    Process process = run(command, environment, log);
    try {
      boolean isDone = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
      yard.restIfClosed();
      String said = Files.readString(log.toPath(), StandardCharsets.ISO_8859_1);
      if (!isDone) {
        throw new IOException("no figure within " + LIMIT_S + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("it ended with " + process.exitValue() + " " + firstLine(said));
      }
      requirePartners();
      return Figure.parse(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while measuring", e);
    }
  }

  /** A figure counts only with all its partners: a daemon that was refused may have left the work to one of somebody else's. */
  private void requirePartners() throws IOException {
    for (Map.Entry<Process, File> each : partners.entrySet()) {
      if (!each.getKey().isAlive()) {
        throw new IOException("a partner ended before: "
            + firstLine(Files.readString(each.getValue().toPath(), StandardCharsets.ISO_8859_1)));
      }
    }
  }

  private static String firstLine(String said) {
    return said.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private Process run(List<String> command, Map<String, String> environment, File log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log);
    builder.environment().putAll(environment);
    return yard.start(builder);
  }

  private File log() {
    return folder.resolve("log-" + logs++ + ".txt").toFile();
  }

  @Override
  public void close() throws IOException {
    yard.endAll();
    ScratchFolder.delete(folder);
  }
}
