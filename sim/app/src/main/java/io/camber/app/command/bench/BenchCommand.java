package io.camber.app.command.bench;

import com.google.gson.GsonBuilder;
import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.eval.EvalBenchmark;
import io.camber.app.growth.GrowthBenchmark;
import io.camber.app.growth.GrowthChart;
import io.camber.app.input.InputFiles;
import io.camber.app.log.LogBenchmark;
import io.camber.app.map.MapBenchmark;
import io.camber.app.render.LidarComparison;
import io.camber.app.render.LidarFigures;
import io.camber.app.speed.LoopBenchmark;
import io.camber.app.traffic.TrafficBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Speed and memory on this machine. */
@Command(
    name = "bench",
    description = "Measures speed and memory.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BusBenchCommand.class,
      RealismCommand.class,
      ScenarioBenching.class,
      SensorBenchCommand.class
    })
public final class BenchCommand extends CommandFamily {
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
    PrintWriter out = out();
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
    new LoopBenchmark(file, threads, repeat).run().forEach(row -> out.println(row.line(2)));
    long peakMb = LoopBenchmark.peakMemoryMb();
    out.println(
        peakMb > 0
            ? "peak resident memory " + peakMb + " MB   at most 2048"
            : "peak resident memory unknown here");
    return done();
  }

  @Command(
      name = "eval",
      description =
          "What the jury adds to drives, and what is done with them afterwards: judged again, compared, indexed, asked.",
      mixinStandardHelpOptions = true)
  int eval(
      @Option(
              names = "--scenario",
              paramLabel = "SCENARIO",
              defaultValue = "highway-cut-in",
              description = "file or bundled name (default: ${DEFAULT-VALUE})")
          String scenario,
      @Option(
              names = "--repeat",
              paramLabel = "N",
              defaultValue = "5",
              description = "counted repetitions after a warm-up (default: ${DEFAULT-VALUE})")
          int repeat) {
    PrintWriter out = out();
    out.printf(
        Locale.ROOT, "%-40s %8s %8s %8s   bar%n", "seconds, or per cent", "min", "median", "max");
    new EvalBenchmark(ScenarioChoice.existing(scenario), repeat)
        .run()
        .forEach(row -> out.println(row.line(3)));
    return done();
  }

  @Command(
      name = "lidar",
      description =
          "Figures of simulated sweeps beside recorded ones: points, ranges, intensities, scatter of the ground, within 80 degrees ahead.",
      mixinStandardHelpOptions = true)
  int lidar(
      @Parameters(
              paramLabel = "SWEEP",
              arity = "0..*",
              description = "recorded sweeps: .bin of KITTI, .pcd.bin of nuScenes")
          @Nullable
          List<Path> recorded,
      @Option(
              names = "--scenario",
              paramLabel = "SCENARIO",
              defaultValue = "pedestrian-crossing",
              description = "file or bundled name (default: ${DEFAULT-VALUE})")
          String scenario) {
    List<LidarComparison.Row> rows =
        new ArrayList<>(LidarComparison.simulated(ScenarioChoice.existing(scenario), 2.0));
    if (recorded != null) {
      recorded.forEach(file -> rows.add(LidarComparison.recorded(file)));
    }
    PrintWriter out = out();
    out.printf(
        "%-40s %7s %8s %7s %6s %6s %6s %7s %9s%n",
        "", "points", "range m", "> 40 m", "i p10", "i p50", "i p99", "ground", "scatter m");
    for (LidarComparison.Row row : rows) {
      LidarFigures each = row.figures();
      out.printf(
          Locale.ROOT,
          "%-40s %7d %8.2f %6.1f%% %6.0f %6.0f %6.0f %7.0f %9.4f%n",
          row.name(),
          each.points(),
          each.rangeMedianM(),
          100.0 * each.farShare(),
          each.intensityLow(),
          each.intensityMedian(),
          each.intensityHigh(),
          each.groundIntensity(),
          each.groundStdM());
    }
    return done();
  }

  @Command(
      name = "growth",
      description =
          "How storyboards grow dear: time of a step, of reading and of the map over actors, events and roads; bytes a vehicle.",
      mixinStandardHelpOptions = true)
  int growth(
      @Option(
              names = "--repeat",
              paramLabel = "N",
              defaultValue = "3",
              description = "counted repetitions of each size (default: ${DEFAULT-VALUE})")
          int repeat,
      @Option(names = "--svg", paramLabel = "FILE", description = "draws the curves there")
          @Nullable
          Path svg)
      throws IOException {
    OutputFile.requireWritable(svg);
    PrintWriter out = out();
    GrowthBenchmark benchmark = new GrowthBenchmark(repeat);
    List<GrowthBenchmark.Curve> curves = benchmark.run();
    for (GrowthBenchmark.Curve curve : curves) {
      out.printf(
          Locale.ROOT, "%8s %12s %12s %12s%n", curve.name(), "us a step", "map ms", "load ms");
      for (GrowthBenchmark.Point point : curve.points()) {
        out.printf(
            Locale.ROOT,
            "%8d %12.2f %12.2f %12.2f%n",
            point.size(),
            point.stepUs(),
            point.mapMs(),
            point.loadMs());
      }
    }
    out.printf(Locale.ROOT, "%.0f bytes a vehicle   at most 4000%n", benchmark.bytesPerVehicle());
    out.flush();
    if (svg != null) {
      OutputFile.write(svg, GrowthChart.toSvg(curves));
    }
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
    OutputFile.requireWritable(json, files.toArray(Path[]::new));
    PrintWriter out = out();
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
      OutputFile.write(json, new GsonBuilder().setPrettyPrinting().create().toJson(rows) + "\n");
    }
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
              names = "--vehicles",
              paramLabel = "N",
              split = ",",
              defaultValue = "1000,10000",
              description = "how many, one size after the other (default: ${DEFAULT-VALUE})")
          List<Integer> sizes,
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
    PrintWriter out = out();
    out.printf(
        Locale.ROOT, "%-30s %8s %8s %8s%n", "million vehicle-steps/s", "min", "median", "max");
    new TrafficBenchmark(Optional.ofNullable(map), sizes, seconds, repeat).run(line -> {
      out.println(line);
      out.flush();
    });
    return ExitCode.OK;
  }

  @Command(
      name = "log",
      description =
          "Megabytes a second of writing and reading logs of 2 MB messages on one thread, beside @mcap/core where node has it.",
      mixinStandardHelpOptions = true)
  int log(
      @Option(
              names = "--folder",
              paramLabel = "DIR",
              description = "where the files go (default: the folder for temporary files)")
          @Nullable
          Path folder,
      @Option(
              names = "--npm",
              paramLabel = "DIR",
              description = "a folder with node_modules/@mcap/core and @mcap/support")
          @Nullable
          Path npm,
      @Option(
              names = "--repeat",
              paramLabel = "N",
              defaultValue = "5",
              description = "repetitions after one to warm up (default: ${DEFAULT-VALUE})")
          int repeat)
      throws IOException {
    PrintWriter out = out();
    out.printf(Locale.ROOT, "%-30s %8s %8s %8s%n", "2 MB messages, MB/s", "min", "median", "max");
    Path place = folder == null ? Path.of(System.getProperty("java.io.tmpdir")) : folder;
    new LogBenchmark(place, repeat, Optional.ofNullable(npm)).run(line -> {
      out.println(line);
      out.flush();
    });
    return ExitCode.OK;
  }
}
