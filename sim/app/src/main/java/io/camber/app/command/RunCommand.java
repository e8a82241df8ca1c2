package io.camber.app.command;

import io.camber.app.simulation.BundledScenarios;
import io.camber.app.simulation.InputFiles;
import io.camber.app.simulation.Perception;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.Sensors;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.SimulationResult;
import io.camber.diagnostics.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One closed-loop run. */
@Command(
    name = "run",
    description = "Drives one scenario and judges the drive.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber run highway-cut-in",
      "  camber run cut-in.xosc --seed 7 --out out/cut-in",
      "  camber run cut-in.xosc --ego none --trajectories motion.csv   the storyboard alone",
      "  camber run cut-in.xosc --set Ego_InitSpeed_Ve0_kph=60         a parameter of the scenario"
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCENARIO",
      description = "OpenSCENARIO file, or the name of a bundled scenario")
  private String scenario = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of everything random (default: 1)")
  private long seed = 1;

  @Option(names = "--out", paramLabel = "DIR", description = "run folder (default: runs/TIME-NAME)")
  private @Nullable Path out;

  @Option(
      names = "--ego",
      paramLabel = "NAME",
      description = "entity the stack drives; none: the storyboard drives all")
  private @Nullable String ego;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that run nodes; changes no byte (default: cores)")
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--set",
      paramLabel = "PARAM=VALUE",
      description = "value of a scenario parameter; may be repeated")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--config",
      paramLabel = "NODE.KEY=VALUE",
      description = "a setting of a node; may be repeated")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--until",
      paramLabel = "S",
      description = "end after this many simulated seconds (default: 120)")
  private double untilS = SimulationOptions.UNTIL_S_DEFAULT;

  @Option(
      names = "--perception",
      paramLabel = "KIND",
      description = "sensors (default), or truth: a short-cut, named in the report")
  private Perception perception = Perception.SENSORS;

  @Option(
      names = "--sensors",
      paramLabel = "KIND",
      description = "all (default), or none: no lidar and camera; needs --perception truth")
  private @Nullable Sensors sensors;

  @Option(names = "--no-record", description = "keep no drive.mcap")
  private boolean noRecord;

  @Option(
      names = "--trajectories",
      paramLabel = "FILE.csv",
      description = "write every entity's motion at every step")
  private @Nullable Path trajectories;

  @Option(names = "--json", description = "print result.json and nothing else")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress")
  private boolean quiet;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    SimulationOptions options = options();
    ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr(), !json && !quiet);
    progress.begin(InputFiles.stem(options.scenario()), seed);
    SimulationResult result = new Simulation(options).progress(progress).run();
    progress.end();
    var print = spec.commandLine().getOut();
    print.println(json ? result.toJson() : ResultText.of(result));
    print.flush();
    return exitCode(result);
  }

  static int exitCode(SimulationResult result) {
    if (result.isInterrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return switch (result.outcome()) {
      case PASS -> ExitCode.OK;
      case FAIL -> ExitCode.FAILED;
      case ERROR, INVALID -> ExitCode.ERROR;
    };
  }

  private SimulationOptions options() {
    Path file = existing(scenario);
    boolean storyboardOnly = "none".equals(ego);
    Sensors rendered = sensors != null
        ? sensors
        : perception == Perception.TRUTH || storyboardOnly ? Sensors.NONE : Sensors.ALL;
    if (rendered == Sensors.NONE && perception == Perception.SENSORS && !storyboardOnly) {
      throw new InputException("--sensors none leaves perception blind; add --perception truth");
    }
    Path target = out != null ? out : RunFolder.defaultTarget(InputFiles.stem(file));
    boolean keep = out != null || !storyboardOnly;
    try {
      return new SimulationOptions(
          file,
          parameters,
          seed,
          threads,
          Optional.ofNullable(storyboardOnly ? "" : ego),
          untilS,
          perception,
          rendered,
          settings,
          keep ? Optional.of(target) : Optional.empty(),
          !noRecord && keep,
          Optional.ofNullable(trajectories));
    } catch (IllegalArgumentException e) {
      throw new InputException("the command line asks for the impossible: " + e.getMessage(), e);
    }
  }

  /** The scenario's file, or an error that suggests what may have been meant. */
  static Path existing(String nameOrPath) {
    Path file = BundledScenarios.resolve(nameOrPath);
    if (Files.isRegularFile(file)) {
      return file;
    }
    if (nameOrPath.contains("/") || nameOrPath.endsWith(".xosc")) {
      throw new InputException(nameOrPath + ": no such file");
    }
    throw new InputException(
        "no scenario '" + nameOrPath + "'" + Suggestions.hint(nameOrPath, BundledScenarios.list())
            + "\n  camber scenario list shows all");
  }
}
