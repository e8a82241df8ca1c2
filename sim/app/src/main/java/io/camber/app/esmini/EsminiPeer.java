package io.camber.app.esmini;

import io.camber.app.scratch.ScratchFolder;
import io.camber.app.timing.Repetitions;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * esmini's library on one scenario at a time, each in a process of its own, so that one that ends itself takes nobody along. A
 * small C program calls it; the host's C compiler makes that anew each time.
 */
public final class EsminiPeer implements AutoCloseable {
  private static final String PROGRAM = "time-esmini";
  private static final long TIMEOUT_S = 60;
  private static final int BAD_LIBRARY = 2;

  /** Where the library lies, seen from what a user may call esmini: its folder, its program, or a tree it was built in. */
  private static final List<String> PLACES = List.of(
      "libesminiLib.so",
      "bin/libesminiLib.so",
      "EnvironmentSimulator/Libraries/esminiLib/libesminiLib.so",
      "Libraries/esminiLib/libesminiLib.so");

  private final Path library;
  private final ScratchFolder scratch;

  /**
   * What one scenario costs, medians.
   *
   * @param initMs to read scenario and map and to set up
   * @param steps of 10 ms until its end
   */
  public record Timing(double initMs, double stepUs, long steps) {}

  private EsminiPeer(Path library, ScratchFolder scratch) {
    this.library = library;
    this.scratch = scratch;
  }

  /**
   * Gets ready; throws {@link InputException} when there is no such library or no C compiler.
   *
   * @param given the library, or the folder or program of esmini near it
   */
  public static EsminiPeer open(Path given) {
    Path library = find(given.toAbsolutePath().normalize())
        .orElseThrow(() -> new InputException("--esmini " + given
            + ": there is no libesminiLib.so; name the library, or the folder of esmini that has it in "
            + String.join(", ", PLACES)));
    EsminiPeer peer = new EsminiPeer(library, ScratchFolder.create("camber-esmini"));
    try {
      peer.compile();
      return peer;
    } catch (IOException e) {
      peer.close();
      throw new UncheckedIOException(e);
    } catch (InputException e) {
      peer.close();
      throw e;
    }
  }

  private static Optional<Path> find(Path given) {
    if (Files.isRegularFile(given) && given.toString().endsWith(".so")) {
      return Optional.of(given);
    }
    Path folder = Files.isDirectory(given) ? given : given.resolveSibling("");
    return PLACES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  private void compile() throws IOException {
    Path source = scratch.path().resolve(PROGRAM + ".c");
    try (InputStream in =
        Objects.requireNonNull(EsminiPeer.class.getResourceAsStream(PROGRAM + ".c"))) {
      Files.copy(in, source);
    }
    Ended ended;
    try {
      ended = call(List.of(
          "cc",
          "-O2",
          "-o",
          scratch.path().resolve(PROGRAM).toString(),
          source.toString(),
          "-ldl"));
    } catch (IOException e) {
      throw new InputException(
          "--esmini needs a C compiler called cc (Debian: apt install gcc): " + e.getMessage(), e);
    }
    if (ended.status() != 0) {
      throw new InputException("--esmini: the C compiler failed: " + ended.text());
    }
  }

  /**
   * Times one scenario; empty when esmini refuses it, dies of it or takes longer than {@value #TIMEOUT_S} s.
   *
   * @param warmUps plays that do not count
   * @param repeat plays that count
   */
  public Optional<Timing> time(Path scenario, double untilS, int warmUps, int repeat) {
    Ended ended;
    try {
      ended = call(List.of(
          scratch.path().resolve(PROGRAM).toString(),
          library.toString(),
          scenario.toAbsolutePath().toString(),
          String.format(Locale.ROOT, "%.3f", untilS),
          Integer.toString(warmUps),
          Integer.toString(repeat)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (ended.status() == BAD_LIBRARY) {
      throw new InputException("--esmini " + library + ": " + ended.text());
    }
    List<double[]> rows = new ArrayList<>();
    for (String line : ended.text().lines().toList()) {
      String[] fields = line.split(" ", -1);
      if (line.matches("[0-9.]+ [0-9.]+ [0-9]+")) {
        rows.add(new double[] {
          Double.parseDouble(fields[0]),
          Double.parseDouble(fields[1]),
          Double.parseDouble(fields[2])
        });
      }
    }
    return ended.status() == 0 && rows.size() == repeat
        ? Optional.of(new Timing(median(rows, 0), median(rows, 1), (long) median(rows, 2)))
        : Optional.empty();
  }

  private static double median(List<double[]> rows, int column) {
    return Repetitions.of(rows.stream().mapToDouble(row -> row[column]).toArray())
        .median();
  }

  private record Ended(int status, String text) {}

  private Ended call(List<String> command) throws IOException {
    Path output = scratch.path().resolve("output.txt");
    Process process = new ProcessBuilder(command)
        .directory(scratch.path().toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    try {
      if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        return new Ended(-1, "no end after " + TIMEOUT_S + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted beside esmini", e);
    }
    return new Ended(
        process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1));
  }

  /** Removes the program. */
  @Override
  public void close() {
    scratch.close();
  }
}
