package io.camber.app.command;

import com.google.gson.GsonBuilder;
import io.camber.app.map.MapBenchmark;
import io.camber.app.rig.BusBenchmark;
import io.camber.app.simulation.InputFiles;
import io.camber.app.simulation.LoopBenchmark;
import io.camber.app.simulation.LoopBenchmark.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
      name = "maps",
      description = "How fast maps load and answer, on one thread.",
      mixinStandardHelpOptions = true)
  int maps(
      @Parameters(paramLabel = "FILE.xodr", arity = "1..*", description = "maps") List<Path> files,
      @Option(names = "--json", paramLabel = "FILE", description = "writes the figures there too")
          @Nullable
          Path json)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-32s %9s %7s %10s %8s %12s %12s %12s%n",
        "map",
        "bytes",
        "lanes",
        "first ms",
        "load ms",
        "anywhere/s",
        "near lanes/s",
        "lane->xyz/s");
    List<MapBenchmark.Row> rows = new ArrayList<>();
    for (Path file : files) {
      MapBenchmark.Row row = new MapBenchmark(file).run();
      rows.add(row);
      out.printf(
          Locale.ROOT,
          "%-32s %9d %7d %10.1f %8.2f %12.0f %12.0f %12.0f%n",
          row.map(),
          row.bytes(),
          row.lanes(),
          row.firstLoadMs(),
          row.loadMs(),
          row.worldToLanePerS(),
          row.nearLanePerS(),
          row.laneToWorldPerS());
      out.flush();
    }
    if (json != null) {
      Files.writeString(json, new GsonBuilder().setPrettyPrinting().create().toJson(rows) + "\n");
    }
    return ExitCode.OK;
  }
}
