package io.camber.app.command.option;

import io.camber.app.input.BundledScenarios;
import io.camber.app.input.InputFiles;
import io.camber.app.input.Suggestions;
import io.camber.app.simulation.Sensors;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.TrafficChoice;
import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The part of a command line that says what is driven and by whom; the same for every command that prepares a run. */
public final class ScenarioChoice {
  @Parameters(
      paramLabel = "SCENARIO",
      description = "OpenSCENARIO file, or the name of a bundled scenario")
  private String scenario = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of everything random (default: 1)")
  private long seed = 1;

  @Option(
      names = "--ego",
      paramLabel = "NAME",
      description = "entity the stack drives; none: the storyboard drives all")
  private @Nullable String ego;

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
      names = "--param",
      paramLabel = "NODE.NAME=VALUE",
      description = "a node's parameter at the start; may be repeated")
  private Map<String, String> nodeParameters = new LinkedHashMap<>();

  @Option(
      names = "--until",
      paramLabel = "S",
      description = "end after this many simulated seconds (default: 120)")
  private double untilS = SimulationOptions.UNTIL_S_DEFAULT;

  @Mixin
  private PerceptionChoice perception = new PerceptionChoice();

  @Option(
      names = "--sensors",
      paramLabel = "KIND",
      description = "all (default), or none: no lidar and camera; needs --perception truth")
  private @Nullable Sensors sensors;

  @Option(
      names = "--traffic",
      paramLabel = "N|sumo:FILE[,parked:SHARE]",
      description =
          "vehicles that drive around the scenario's actors and react to them (default: ${DEFAULT-VALUE}); or those of a SUMO that is"
              + " started with FILE.sumocfg; and cars on a share (0 to 1) of the map's parking places, see docs/traffic.md")
  private String traffic = "0";

  @Mixin
  private ConditionChoice conditions = new ConditionChoice();

  public long seed() {
    return seed;
  }

  public boolean isStoryboardOnly() {
    return "none".equals(ego);
  }

  /** The scenario's file. */
  public Path file() {
    return existing(scenario);
  }

  /** What the run is made of: the scenario and its map. */
  public Path[] sources() {
    Path file = file();
    return Stream.concat(Stream.of(file), Scenario.load(file, parameters).findMapFile().stream())
        .toArray(Path[]::new);
  }

  /** A run that leaves nothing on the disk. */
  public SimulationOptions options(int threads) {
    return options(threads, Optional.empty(), false, Optional.empty());
  }

  public SimulationOptions options(
      int threads, Optional<Path> out, boolean record, Optional<Path> trajectories) {
    try {
      return new SimulationOptions(
          file(),
          parameters,
          seed,
          threads,
          Optional.ofNullable(isStoryboardOnly() ? "" : ego),
          untilS,
          perception.kind(),
          rendered(),
          settings,
          nodeParameters,
          out,
          record,
          trajectories,
          TrafficChoice.parse(traffic),
          conditions.conditions());
    } catch (IllegalArgumentException e) {
      throw new InputException("the command line asks for the impossible: " + e.getMessage(), e);
    }
  }

  private Sensors rendered() {
    Sensors rendered = sensors != null
        ? sensors
        : perception.isTruth() || isStoryboardOnly() ? Sensors.NONE : Sensors.ALL;
    if (rendered == Sensors.NONE && !perception.isTruth() && !isStoryboardOnly()) {
      throw new InputException("--sensors none leaves perception blind; add --perception truth");
    }
    return rendered;
  }

  /** The scenario's file, or an error that suggests what may have been meant. */
  public static Path existing(String nameOrPath) {
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

  /** What to call something after the file, folder or bundled scenario it is about. */
  public static String nameOf(String nameOrPath) {
    return InputFiles.stem(Path.of(nameOrPath).toAbsolutePath().normalize());
  }
}
