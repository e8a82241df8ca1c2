package io.camber.app.rig;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.app.scratch.ScratchFolder;
import io.camber.bus.bench.WireBench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Measures the shared-memory wire between two processes of this machine, one fresh pair of processes a figure. */
public final class BusBenchmark {
  private static final List<Integer> SIZES = List.of(64, 1 << 10, 64 << 10, 1 << 20, 6 << 20);

  private static final List<String> NODE_MESSAGES = List.of("sweep", "loaned", "tracks");

  /** What is measured: medians in microseconds of round trips on the wire, from publisher to handler, and of protobuf's part; throughput in MB/s. */
  private record Case(String kind, int bytes, String waiting, String mode) {
    boolean isOfNodes() {
      return kind.equals("node") || kind.equals("codec");
    }

    String title() {
      String size = bytes < 1 << 10
          ? bytes + " B"
          : bytes < 1 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
      return String.format(Locale.ROOT, "%-10s %-7s %-5s %-6s", kind, size, waiting, mode);
    }
  }

  private final double seconds;
  private final int repeat;

  public BusBenchmark(double seconds, int repeat) {
    this.seconds = seconds;
    this.repeat = repeat;
  }

  /** Measures everything, the repetitions interleaved; a line for each figure once its last repetition is in. */
  public void run(Consumer<String> line) {
    List<Case> cases = cases();
    double[][] values = new double[cases.size()][repeat];
    double[] allocated = new double[cases.size()];
    for (int round = 0; round < repeat; round++) {
      for (int i = 0; i < cases.size(); i++) {
        JsonObject figure = measure(cases.get(i));
        values[i][round] = value(figure);
        allocated[i] = figure.get("allocated").getAsDouble();
      }
    }
    for (int i = 0; i < cases.size(); i++) {
      Arrays.sort(values[i]);
      line.accept(String.format(
          Locale.ROOT,
          "%s %12.2f %12.2f %12.2f  %s  %.2f B allocated a message",
          cases.get(i).title(),
          values[i][0],
          values[i][repeat / 2],
          values[i][repeat - 1],
          cases.get(i).kind().equals("throughput") ? "MB/s" : "us",
          allocated[i]));
    }
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    SIZES.forEach(size -> cases.add(new Case("rtt", size, "SPIN", "copy")));
    SIZES.subList(2, 5).forEach(size -> cases.add(new Case("rtt", size, "SPIN", "loan")));
    SIZES.subList(0, 3).forEach(size -> cases.add(new Case("rtt", size, "BLOCK", "copy")));
    NODE_MESSAGES.forEach(message -> cases.add(new Case("node", 1 << 10, "SPIN", message)));
    cases.add(new Case("codec", 1 << 10, "SPIN", "sweep"));
    cases.add(new Case("codec", 1 << 10, "SPIN", "tracks"));
    SIZES.forEach(size -> cases.add(new Case("throughput", size, "SPIN", "copy")));
    return cases;
  }

  private static double value(JsonObject figure) {
    return figure.has("p50")
        ? figure.get("p50").getAsDouble() * 1e-3
        : figure.get("mb_s").getAsDouble();
  }

  private JsonObject measure(Case each) {
    try (ScratchFolder scratch = ScratchFolder.inMemory("camber-bench-")) {
      Process process = new ProcessBuilder(
              ProcessHandle.current().info().command().orElse("java"),
              "-Xms256m",
              "-Xmx1g",
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              (each.isOfNodes() ? NodeBench.class : WireBench.class).getName(),
              each.kind(),
              Integer.toString(each.bytes()),
              Double.toString(seconds),
              each.waiting(),
              each.mode(),
              scratch.path().resolve("bus").toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      try (BufferedReader out = process.inputReader()) {
        Optional<String> json =
            out.lines().filter(said -> said.startsWith("{")).findFirst(); // logs may come before it
        if (json.isEmpty() || process.waitFor() != 0) {
          throw new IOException("measuring " + each.title().strip() + " failed");
        }
        return JsonParser.parseString(json.get()).getAsJsonObject();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while measuring", e);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
