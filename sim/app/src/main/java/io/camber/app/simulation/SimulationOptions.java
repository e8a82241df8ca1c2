package io.camber.app.simulation;

import io.camber.app.input.BundledScenarios;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a run is made of; two runs with equal options on one build are the same run, whatever {@code threads} and the
 * places they write to.
 *
 * @param parameters values of the scenario's own parameters
 * @param egoName entity the stack drives; absent: the scenario's own; empty: none, the storyboard drives all
 * @param untilS ends the run at the latest
 * @param settings of nodes, by {@code node.key}
 * @param nodeParameters values of nodes' parameters at the start, by {@code node.name}
 * @param out run folder; absent: nothing is kept
 * @param record whether the run folder gets a drive
 * @param trajectories CSV file for the trajectory of every entity
 * @param traffic who drives beside the scenario's actors
 * @param conditions what is broken
 */
public record SimulationOptions(
    Path scenario,
    Map<String, String> parameters,
    long seed,
    int threads,
    Optional<String> egoName,
    double untilS,
    Perception perception,
    Sensors sensors,
    Map<String, String> settings,
    Map<String, String> nodeParameters,
    Optional<Path> out,
    boolean record,
    Optional<Path> trajectories,
    TrafficChoice traffic,
    RunConditions conditions) {
  /** Scenarios that never end by themselves end here. */
  public static final double UNTIL_S_DEFAULT = 120.0;

  public SimulationOptions {
    parameters = new TreeMap<>(parameters);
    settings = new TreeMap<>(settings);
    nodeParameters = new TreeMap<>(nodeParameters);
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads=" + threads + " is outside [1, 64]");
    }
    if (!(untilS > 0.0 && untilS <= 86_400.0)) {
      throw new IllegalArgumentException("untilS=" + untilS + " is outside (0, 86400]");
    }
  }

  /** Under standard conditions, with so many vehicles of our own traffic. */
  public SimulationOptions(
      Path scenario,
      Map<String, String> parameters,
      long seed,
      int threads,
      Optional<String> egoName,
      double untilS,
      Perception perception,
      Sensors sensors,
      Map<String, String> settings,
      Map<String, String> nodeParameters,
      Optional<Path> out,
      boolean record,
      Optional<Path> trajectories,
      int vehicles) {
    this(
        scenario,
        parameters,
        seed,
        threads,
        egoName,
        untilS,
        perception,
        sensors,
        settings,
        nodeParameters,
        out,
        record,
        trajectories,
        TrafficChoice.of(vehicles),
        RunConditions.STANDARD);
  }

  SimulationOptions withSeed(long value) {
    return with(draft -> draft.seed = value);
  }

  SimulationOptions withTraffic(int vehicles) {
    return with(draft -> draft.traffic = TrafficChoice.of(vehicles));
  }

  SimulationOptions withConditions(RunConditions other) {
    return with(draft -> draft.conditions = other);
  }

  SimulationOptions withThreads(int value) {
    return with(draft -> draft.threads = value);
  }

  SimulationOptions withUntilS(double value) {
    return with(draft -> draft.untilS = value);
  }

  SimulationOptions withTruthPerception() {
    return with(draft -> {
      draft.perception = Perception.TRUTH;
      draft.sensors = Sensors.NONE;
    });
  }

  SimulationOptions withParameter(String name, String value) {
    return with(draft -> draft.parameters.put(name, value));
  }

  SimulationOptions withNodeParameter(String name, String value) {
    return withNodeParameters(Map.of(name, value));
  }

  /** The same with more values of nodes' parameters, by {@code node.name}. */
  public SimulationOptions withNodeParameters(Map<String, String> values) {
    return with(draft -> draft.nodeParameters.putAll(values));
  }

  SimulationOptions withOut(Path folder) {
    return with(draft -> {
      draft.out = Optional.of(folder);
      draft.record = true;
    });
  }

  SimulationOptions withStoryboardOnly() {
    return with(draft -> {
      draft.egoName = Optional.of("");
      draft.sensors = Sensors.NONE;
    });
  }

  /** The same with every node as it is by default, without programs beside it, kept nowhere. */
  SimulationOptions withoutSettings() {
    return with(draft -> {
      draft.settings = new TreeMap<>();
      draft.nodeParameters = new TreeMap<>();
      draft.conditions = draft.conditions.withoutFaults();
      draft.out = Optional.empty();
      draft.record = false;
      draft.trajectories = Optional.empty();
      draft.traffic = draft.traffic.withoutPrograms();
    });
  }

  /** The same run on other threads, kept elsewhere or not at all. */
  public SimulationOptions forRerun(int otherThreads, Optional<Path> otherOut) {
    return with(draft -> {
      draft.threads = otherThreads;
      draft.out = otherOut;
      draft.record = otherOut.isPresent();
      draft.trajectories = Optional.empty();
    });
  }

  private SimulationOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.complete();
  }

  /**
   * The options that another process, perhaps of another host, needs to prepare the same run, as arguments of a command. A
   * bundled scenario goes by its name; any other file must lie in the same place there.
   */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(
        BundledScenarios.findName(scenario).orElse(scenario.toAbsolutePath().toString()));
    arguments.addAll(List.of("--seed", Long.toString(seed), "--until", Double.toString(untilS)));
    egoName.ifPresent(name -> arguments.addAll(List.of("--ego", name.isEmpty() ? "none" : name)));
    parameters.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
    settings.forEach((name, value) -> arguments.addAll(List.of("--config", name + "=" + value)));
    nodeParameters.forEach(
        (name, value) -> arguments.addAll(List.of("--param", name + "=" + value)));
    arguments.addAll(List.of(
        "--perception",
        perception.name().toLowerCase(Locale.ROOT),
        "--sensors",
        sensors.name().toLowerCase(Locale.ROOT)));
    if (!traffic.isNone()) {
      arguments.addAll(List.of("--traffic", traffic.text()));
    }
    arguments.addAll(conditions.arguments());
    return arguments;
  }

  /** The command line that makes this run, with a bundled scenario by its name and any other file as it was given. */
  String command() {
    StringBuilder command = new StringBuilder("camber run ")
        .append(BundledScenarios.findName(scenario).orElse(scenario.toString()))
        .append(" --seed ")
        .append(seed);
    egoName.ifPresent(name -> command.append(" --ego ").append(name.isEmpty() ? "none" : name));
    parameters.forEach(
        (name, value) -> command.append(" --set ").append(name).append('=').append(value));
    settings.forEach(
        (name, value) -> command.append(" --config ").append(name).append('=').append(value));
    nodeParameters.forEach(
        (name, value) -> command.append(" --param ").append(name).append('=').append(value));
    if (untilS != UNTIL_S_DEFAULT) {
      command.append(" --until ").append(untilS);
    }
    if (perception == Perception.TRUTH) {
      command
          .append(" --perception truth --sensors ")
          .append(sensors.name().toLowerCase(Locale.ROOT));
    }
    if (!traffic.isNone()) {
      command.append(" --traffic ").append(traffic.text());
    }
    conditions.arguments().forEach(argument -> command.append(' ').append(argument));
    return command.toString();
  }

  /** The same options, being changed. */
  private static final class Draft {
    private final Path scenario;
    private final TreeMap<String, String> parameters;
    private long seed;
    private int threads;
    private Optional<String> egoName;
    private double untilS;
    private Perception perception;
    private Sensors sensors;
    private TreeMap<String, String> settings;
    private TreeMap<String, String> nodeParameters;
    private Optional<Path> out;
    private boolean record;
    private Optional<Path> trajectories;
    private TrafficChoice traffic;
    private RunConditions conditions;

    Draft(SimulationOptions from) {
      scenario = from.scenario;
      parameters = new TreeMap<>(from.parameters);
      seed = from.seed;
      threads = from.threads;
      egoName = from.egoName;
      untilS = from.untilS;
      perception = from.perception;
      sensors = from.sensors;
      settings = new TreeMap<>(from.settings);
      nodeParameters = new TreeMap<>(from.nodeParameters);
      out = from.out;
      record = from.record;
      trajectories = from.trajectories;
      traffic = from.traffic;
      conditions = from.conditions;
    }

    SimulationOptions complete() {
      return new SimulationOptions(
          scenario,
          parameters,
          seed,
          threads,
          egoName,
          untilS,
          perception,
          sensors,
          settings,
          nodeParameters,
          out,
          record,
          trajectories,
          traffic,
          conditions);
    }
  }

  /** Whether there is a scenario, or the caller brings a world of its own. */
  boolean hasScenario() {
    return !scenario.toString().isEmpty();
  }

  /** Options that say how nodes of the car are made, for callers that bring their own world. */
  public static SimulationOptions ofNodes(
      long seed,
      Perception perception,
      Map<String, String> settings,
      Map<String, String> nodeParameters) {
    return new SimulationOptions(
        Path.of(""),
        Map.of(),
        seed,
        1,
        Optional.empty(),
        UNTIL_S_DEFAULT,
        perception,
        Sensors.ALL,
        settings,
        nodeParameters,
        Optional.empty(),
        false,
        Optional.empty(),
        0);
  }
}
