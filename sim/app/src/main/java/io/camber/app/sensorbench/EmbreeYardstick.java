package io.camber.app.sensorbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * Embree 3 on the same town with the same rays, as a small C++ program that is compiled when it is first needed (on Debian:
 * {@code apt install g++ libembree-dev}). It prints million rays a second, best of its repetitions.
 */
final class EmbreeYardstick {
  private static final String SOURCE = "embree-rays.cpp";
  private static final long COMPILE_S = 60;
  private static final long RUN_S = 60;
  private static final int REPETITIONS = 12;

  private final Path program;

  private EmbreeYardstick(Path program) {
    this.program = program;
  }

  /** The compiled program; empty where there is no compiler or no Embree. */
  static Optional<EmbreeYardstick> find() {
    try (InputStream source = EmbreeYardstick.class.getResourceAsStream(SOURCE)) {
      Path folder = Files.createTempDirectory("camber-embree");
      folder.toFile().deleteOnExit(); // after what is in it
      Path file = folder.resolve(SOURCE);
      Path program = folder.resolve("embree-rays");
      Files.copy(Objects.requireNonNull(source, SOURCE), file);
      file.toFile().deleteOnExit();
      program.toFile().deleteOnExit();
      String answer = output(
          List.of(
              "g++",
              "-O3",
              "-march=native",
              file.toString(),
              "-lembree3",
              "-o",
              program.toString()),
          COMPILE_S);
      return answer.isEmpty() && Files.isExecutable(program)
          ? Optional.of(new EmbreeYardstick(program))
          : Optional.empty();
    } catch (IOException e) {
      // No compiler here: the benchmark says that the peer is missing.
      return Optional.empty();
    }
  }

  /** Million rays a second on a town of so many boxes; empty when the program fails. */
  OptionalDouble measure(int boxes) {
    try {
      String answer = output(
          List.of(program.toString(), Integer.toString(boxes), Integer.toString(REPETITIONS)),
          RUN_S);
      return OptionalDouble.of(Double.parseDouble(answer.strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static String output(List<String> command, long limitS) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream in = process.getInputStream()) {
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(limitS, TimeUnit.SECONDS)) {
        throw new IOException(command.get(0) + " takes longer than " + limitS + " s");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
