package io.camber.app.command;

import io.camber.app.rig.BusBenchmark;
import io.camber.app.simulation.InputFiles;
import io.camber.app.simulation.LoopBenchmark;
import io.camber.app.simulation.LoopBenchmark.Row;
import io.camber.app.traffic.TrafficBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Speed and memory on this machine. */
@Command(
    name = "bench",
    description = "Measures speed and memory.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "loop",
      description =
          "Real-time factors of the closed loop: with sensors, with the truth, and every bundled storyboard alone.",
      mixinStandardHelpOptions = true)
  int loop(
      @Option(
              names = "--scenario",
              paramLabel = "SCENARIO",
              defaultValue = "highway-cut-in",
              description = "file or bundled name (default: ${DEFAULT-VALUE})")
          String scenario,
      @Option(
              names = "--threads",
              paramLabel = "N",
              defaultValue = "2",
              description = "threads that run nodes (default: ${DEFAULT-VALUE})")
          int threads,
      @Option(
              names = "--repeat",
              paramLabel = "N",
              defaultValue = "3",
              description =
                  "counted repetitions, of at least a second each, after a warm-up (default: ${DEFAULT-VALUE})")
          int repeat) {
    Path file = ScenarioChoice.existing(scenario);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s, %d cores, Java %s, %d threads, %d counted repetitions after a warm-up%n",
        InputFiles.stem(file),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        threads,
        repeat);
    out.printf(
        Locale.ROOT, "%-40s %8s %8s %8s   bar%n", "real-time factor", "min", "median", "max");
    for (Row row : new LoopBenchmark(file, threads, repeat).run()) {
      out.printf(
          Locale.ROOT,
          "%-40s %8.2f %8.2f %8.2f   %s%n",
          row.name(),
          row.min(),
          row.median(),
          row.max(),
          row.bar());
    }
    long peakMb = LoopBenchmark.peakMemoryMb();
    out.println(
        peakMb > 0
            ? "peak resident memory " + peakMb + " MB   at most 2048"
            : "peak resident memory unknown here");
    out.flush();
    return ExitCode.OK;
  }

  @Command(
      name = "bus",
      description =
          "The shared-memory wire between two processes: round trips and throughput by size.",
      mixinStandardHelpOptions = true)
  int bus(
      @Option(
              names = "--seconds",
              paramLabel = "S",
              defaultValue = "2",
              description = "of each figure (default: ${DEFAULT-VALUE})")
          double seconds,
      @Option(
              names = "--repeat",
              paramLabel = "N",
              defaultValue = "3",
              description = "interleaved repetitions (default: ${DEFAULT-VALUE})")
          int repeat) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT, "%-30s %12s %12s %12s%n", "two processes, one host", "min", "median", "max");
    new BusBenchmark(seconds, repeat).run(line -> {
      out.println(line);
      out.flush();
    });
    return ExitCode.OK;
  }

  @Command(
      name = "traffic",
      description =
          "Million vehicle-steps per second of traffic at 1,000 and 10,000 vehicles, beside SUMO where it is installed.",
      mixinStandardHelpOptions = true)
  int traffic(
      @Option(
              names = "--map",
              paramLabel = "MAP.xodr",
              description = "network (default: a grid that SUMO makes and drives on as well)")
          @Nullable
          Path map,
      @Option(
              names = "--seconds",
              paramLabel = "S",
              defaultValue = "30",
              description = "simulated in each repetition (default: ${DEFAULT-VALUE})")
          double seconds,
      @Option(
              names = "--repeat",
              paramLabel = "N",
              defaultValue = "3",
              description = "interleaved repetitions (default: ${DEFAULT-VALUE})")
          int repeat)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT, "%-30s %8s %8s %8s%n", "million vehicle-steps/s", "min", "median", "max");
    new TrafficBenchmark(Optional.ofNullable(map), seconds, repeat).run(line -> {
      out.println(line);
      out.flush();
    });
    return ExitCode.OK;
  }
}
