package io.camber.app.command.bench;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.input.SensorRigs;
import io.camber.app.realism.Realism;
import io.camber.app.sensors.MountedSensor;
import io.camber.app.sensors.SensorRig;
import io.camber.diagnostics.InputException;
import io.camber.sim.sensor.lidar.LidarConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulated sweeps of a device beside recorded ones. */
@Command(
    name = "realism",
    description = {
      "Distributions of simulated sweeps of a device beside recorded ones: points of each row, intensities, ground, points on cars, shots without return.",
      "Recordings are logs (camber log import DRIVE -o drive.mcap) or .pcd.bin files of nuScenes. docs/sensors.md"
    },
    mixinStandardHelpOptions = true)
final class RealismCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RECORDING", arity = "0..*", description = "logs or .pcd.bin files")
  private @Nullable List<Path> recordings;

  @Option(
      names = "--rig",
      paramLabel = "RIG",
      defaultValue = "hdl64",
      description = "whose first lidar is simulated (default: ${DEFAULT-VALUE})")
  private String rig = "hdl64";

  @Option(
      names = "--scenarios",
      paramLabel = "SCENARIO",
      split = ",",
      defaultValue = "pedestrian-crossing,signal-junction,stop-and-go",
      description = "scenes to simulate in (default: ${DEFAULT-VALUE})")
  private List<String> scenarios = List.of();

  @Option(
      names = "--moments",
      paramLabel = "N",
      defaultValue = "5",
      description = "sweeps of each scene, 2 s apart (default: ${DEFAULT-VALUE})")
  private int moments = 5;

  @Option(
      names = "--sweeps",
      paramLabel = "N",
      defaultValue = "60",
      description = "sweeps of each recording at most (default: ${DEFAULT-VALUE})")
  private int sweeps = 60;

  @Option(names = "--svg", paramLabel = "FILE", description = "plots")
  private @Nullable Path svg;

  @Override
  public Integer call() throws IOException {
    if (moments < 1 || moments > 25) {
      throw new InputException("--moments " + moments + " is outside [1, 25]");
    }
    OutputFile.requireWritable(svg);
    Realism realism = new Realism();
    realism.simulate(lidar(), scenarios.stream().map(ScenarioChoice::existing).toList(), moments);
    if (recordings != null) {
      for (Path recording : recordings) {
        realism.record(recording, sweeps);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    realism.lines().forEach(out::println);
    if (svg != null) {
      OutputFile.write(svg, realism.toSvg());
      out.println("plots in " + svg);
    }
    out.flush();
    return ExitCode.OK;
  }

  private LidarConfig lidar() {
    SensorRig chosen = SensorRigs.named(rig);
    return chosen.sensors().stream()
        .filter(MountedSensor.Lidar.class::isInstance)
        .map(sensor -> ((MountedSensor.Lidar) sensor).config())
        .findFirst()
        .orElseThrow(() -> new InputException("--rig " + rig + ": has no lidar"));
  }
}
