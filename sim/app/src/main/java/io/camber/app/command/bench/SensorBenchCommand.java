package io.camber.app.command.bench;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.input.SensorRigs;
import io.camber.app.sensorbench.Figure;
import io.camber.app.sensorbench.GrowthPlot;
import io.camber.app.sensorbench.RayBenchmark;
import io.camber.app.sensorbench.SensorBenchmark;
import io.camber.app.sensorbench.SensorGrowth;
import io.camber.app.sensorbench.SensorGrowth.Curve;
import io.camber.app.sensorbench.TownMemory;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Speed of the sensors. */
@Command(
    name = "sensors",
    description =
        "Lidar, camera and radar on one thread, and rays alone beside Embree where g++ and its library are installed; best of several rounds.",
    mixinStandardHelpOptions = true)
final class SensorBenchCommand implements Callable<Integer> {
  private static final double MOMENT_S = 2.0;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      defaultValue = "pedestrian-crossing",
      description = "file or bundled name (default: ${DEFAULT-VALUE})")
  private String scenario = "";

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "5",
      description = "counted rounds of at least a quarter of a second (default: ${DEFAULT-VALUE})")
  private int repeat;

  @Option(
      names = "--part",
      paramLabel = "PART",
      split = ",",
      defaultValue = "sensors,rays",
      description = "of sensors, rig, rays, growth (default: ${DEFAULT-VALUE})")
  private List<String> parts = List.of();

  @Option(names = "--svg", paramLabel = "FILE", description = "draws the growth there")
  private @Nullable Path svg;

  @Option(
      names = "--town",
      paramLabel = "MAP.xodr",
      description = "also weighs all surroundings of this map")
  private @Nullable Path town;

  @Override
  public Integer call() throws IOException {
    for (String part : parts) {
      if (!List.of("sensors", "rig", "rays", "growth").contains(part)) {
        throw new InputException(
            "--part " + part + ": is unknown; there are sensors, rig, rays, growth");
      }
    }
    OutputFile.requireWritable(svg);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s, one thread, Java %s, best of %d rounds%n",
        scenario,
        System.getProperty("java.version"),
        repeat);
    Path file = ScenarioChoice.existing(scenario);
    if (parts.contains("sensors")) {
      new SensorBenchmark(file, MOMENT_S, repeat).run(figure -> print(out, figure));
    }
    if (parts.contains("rig")) {
      new SensorBenchmark(file, MOMENT_S, repeat)
          .rig(
              SensorRigs.named("surround"),
              "rig surround, 6 cameras and a lidar",
              figure -> print(out, figure));
    }
    if (parts.contains("rays")) {
      new RayBenchmark(repeat).run(figure -> print(out, figure));
    }
    if (parts.contains("growth")) {
      growth(out, new SensorGrowth(file, repeat));
    }
    if (town != null) {
      TownMemory.measure(town, figure -> print(out, figure));
    }
    return ExitCode.OK;
  }

  private static void print(PrintWriter out, Figure figure) {
    out.printf(
        Locale.ROOT,
        "%-58s %9.2f %-14s %s%n",
        figure.name(),
        figure.value(),
        figure.unit(),
        figure.bar());
    out.flush();
  }

  private void growth(PrintWriter out, SensorGrowth growth) throws IOException {
    List<Curve> curves = new ArrayList<>();
    curves.add(growth.triangles());
    curves.addAll(growth.actors());
    for (Curve curve : curves) {
      for (SensorGrowth.Point point : curve.points()) {
        print(
            out,
            new Figure(
                String.format(Locale.ROOT, "%.0f %s", point.size(), curve.name()),
                point.value(),
                curve.unit(),
                ""));
      }
    }
    if (svg != null) {
      OutputFile.write(svg, GrowthPlot.toSvg(curves));
    }
  }
}
