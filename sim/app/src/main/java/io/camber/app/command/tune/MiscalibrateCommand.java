package io.camber.app.command.tune;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.JsonChoice;
import io.camber.app.command.option.QuietChoice;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.command.option.ThreadChoice;
import io.camber.app.miscalibration.Axis;
import io.camber.app.miscalibration.EffectJson;
import io.camber.app.miscalibration.EffectText;
import io.camber.app.miscalibration.Miscalibration;
import io.camber.app.miscalibration.MiscalibrationEffect;
import io.camber.app.miscalibration.MiscalibrationStudy;
import io.camber.app.miscalibration.StudyPlan;
import io.camber.app.sweep.plan.RunSeeds;
import io.camber.diagnostics.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a wrong calibration costs. */
@Command(
    name = "miscalibrate",
    description =
        "Drives scenarios with a sensor that sits otherwise than it says, by several sizes, and"
            + " tells what that costs: change of the scores per 0.1 degree and per 1 cm, and from"
            + " which size on it is noticed without truth.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber miscalibrate highway-cut-in unprotected-turn --seeds 1..2 --out wrong    the same"
          + " command goes on after Ctrl-C",
      "  camber miscalibrate unprotected-turn --axes turn --degrees 0.5,1,2 --until 8",
      "",
      "Exit codes: 0 all drives made, 2 bad input, 130 interrupted. docs/calibration.md."
    })
public final class MiscalibrateCommand implements Callable<Integer> {
  private static final double UNTIL_S_MAX = 86_400.0;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "1..*",
      description = "OpenSCENARIO files, or names of bundled scenarios")
  private List<String> scenarios = List.of();

  @Option(
      names = "--sensor",
      paramLabel = "NAME",
      description = "lidar or camera of the rig that sits wrongly (default: ${DEFAULT-VALUE})")
  private String sensor = "lidar_top";

  @Option(
      names = "--axes",
      paramLabel = "AXIS",
      split = ",",
      description =
          "turn (to the left), tilt (nose down), shift (to the left); default: all that the"
              + " sensor's faults have")
  private @Nullable List<Axis> axes;

  @Option(
      names = "--degrees",
      paramLabel = "SIZE",
      split = ",",
      description = "sizes of turn and tilt (default: 0.5,1,2)")
  private List<Double> degrees = List.of(0.5, 1.0, 2.0);

  @Option(
      names = "--metres",
      paramLabel = "SIZE",
      split = ",",
      description = "sizes of shift (default: 0.05,0.1,0.2)")
  private List<Double> metres = List.of(0.05, 0.1, 0.2);

  @Option(
      names = "--until",
      paramLabel = "S",
      description = "end a drive after this many simulated seconds (default: ${DEFAULT-VALUE})")
  private double untilS = 10.0;

  @Option(names = "--seeds", paramLabel = "N..M", description = "seeds of every drive (default: 1)")
  private String seeds = "1";

  @Option(
      names = "--rig",
      paramLabel = "RIG",
      description = "sensors of the car, as of camber run (default: default); docs/sensors.md")
  private String rig = "";

  @Mixin
  private ThreadChoice threads = new ThreadChoice();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the drives' scores, with which the same command goes on")
  private @Nullable Path out;

  @Mixin
  private JsonChoice json = new JsonChoice();

  @Mixin
  private QuietChoice quiet = new QuietChoice();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    json.requireWritable();
    List<Path> files =
        scenarios.stream().map(ScenarioChoice::existing).distinct().toList();
    json.requireWritable(files.toArray(Path[]::new));
    Path folder = out;
    if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(folder + ": is a file; --out names the folder of the scores");
    }
    if (!(untilS > 0.0 && untilS <= UNTIL_S_MAX)) {
      throw new InputException("--until " + untilS + " is outside (0, " + UNTIL_S_MAX + "] s");
    }
    RunSeeds wanted = RunSeeds.parse(seeds);
    StudyPlan plan = new StudyPlan(
        files, wanted.first(), wanted.count(), untilS, rig, sensor, miscalibrations());
    var print = spec.commandLine().getOut();
    Optional<MiscalibrationEffect> effect = new MiscalibrationStudy(
            plan, Optional.ofNullable(folder), threads.count(), this::tell)
        .run();
    if (effect.isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    print.print(EffectText.of(effect.get()));
    print.flush();
    json.write(() -> EffectJson.of(effect.get()));
    return ExitCode.OK;
  }

  private void tell(String line) {
    if (!quiet.isQuiet()) {
      spec.commandLine().getErr().println("  " + line);
      spec.commandLine().getErr().flush();
    }
  }

  private List<Miscalibration> miscalibrations() {
    List<Miscalibration> all = new ArrayList<>();
    for (Axis axis : asked()) {
      boolean isShift = axis == Axis.SHIFT;
      for (double size :
          (isShift ? metres : degrees).stream().sorted().distinct().toList()) {
        if (!(size > 0.0 && Double.isFinite(size))) {
          throw new InputException((isShift ? "--metres " : "--degrees ") + size
              + ": sizes are greater than 0; the drive without a miscalibration is made anyway");
        }
        all.add(new Miscalibration(axis, size));
      }
    }
    return all;
  }

  private List<Axis> asked() {
    List<Axis> wanted = axes;
    if (wanted != null) {
      return wanted.stream().distinct().sorted().toList();
    }
    return sensor.startsWith("camera_") ? List.of(Axis.TURN, Axis.TILT) : List.of(Axis.values());
  }
}
