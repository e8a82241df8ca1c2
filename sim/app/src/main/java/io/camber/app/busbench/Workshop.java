package io.camber.app.busbench;

import io.camber.app.scratch.ScratchFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where programs are made and measured: a folder in memory and the processes that live in it. Both are gone when it is closed, and
 * when the program ends by itself or by a signal.
 */
final class Workshop implements AutoCloseable {
  private static final long COMPILE_S = 60;

  /** Long enough for RouDi to give its shared memory back. */
  private static final long PATIENCE_MS = 5_000;

  private final ScratchFolder scratch;
  private final ProcessYard yard = new ProcessYard(PATIENCE_MS);
  private final Thread ending = new Thread(this::clear, "ending-of-processes");
  private int turns;

  private Workshop(ScratchFolder scratch) {
    this.scratch = scratch;
  }

  static Workshop open() throws IOException {
    Workshop workshop = new Workshop(ScratchFolder.inMemory("camber-peers-"));
    Runtime.getRuntime().addShutdownHook(workshop.ending);
    return workshop;
  }

  Path folder() {
    return scratch.path();
  }

  ProcessYard yard() {
    return yard;
  }

  Turn turn() throws IOException {
    return Turn.open(yard, folder().resolve("turn-" + turns++));
  }

  /** Puts programs of ours into the folder. */
  void bring(String... names) throws IOException {
    for (String name : names) {
      Path target = folder().resolve(name);
      try (InputStream source =
          Objects.requireNonNull(Workshop.class.getResourceAsStream(name), name)) {
        if (!Files.exists(target)) {
          Files.copy(source, target);
        }
      }
    }
  }

  /** Calls a tool in the folder; throws {@link IOException} with what it said when it is missing or fails. */
  void call(List<String> command) throws IOException {
    Path log = folder().resolve("tool.txt");
    Process process = yard.start(new ProcessBuilder(command)
        .directory(folder().toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile()));
    try {
      boolean isDone = process.waitFor(COMPILE_S, TimeUnit.SECONDS);
      yard.restIfClosed();
      if (!isDone || process.exitValue() != 0) {
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        throw new IOException(
            said.lines().filter(line -> line.contains("error")).findFirst().orElse(said.strip()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted beside " + command.get(0), e);
    } finally {
      yard.endAll();
    }
  }

  /** Whether the shell would find such a program. */
  static boolean has(String program) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(":", -1))
        .filter(each -> !each.isEmpty())
        .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }

  private void clear() {
    yard.close();
    try {
      scratch.close();
    } catch (UncheckedIOException e) {
      System.err.println("left behind: " + folder() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    clear();
    Runtime.getRuntime().removeShutdownHook(ending);
  }
}
