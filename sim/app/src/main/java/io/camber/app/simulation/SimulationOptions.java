package io.camber.app.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    Optional<Path> trajectories) {
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

  SimulationOptions withSeed(long value) {
    return new SimulationOptions(
        scenario,
        parameters,
        value,
        threads,
        egoName,
        untilS,
        perception,
        sensors,
        settings,
        nodeParameters,
        out,
        record,
        trajectories);
  }

  SimulationOptions withThreads(int value) {
    return new SimulationOptions(
        scenario,
        parameters,
        seed,
        value,
        egoName,
        untilS,
        perception,
        sensors,
        settings,
        nodeParameters,
        out,
        record,
        trajectories);
  }

  SimulationOptions withUntilS(double value) {
    return new SimulationOptions(
        scenario,
        parameters,
        seed,
        threads,
        egoName,
        value,
        perception,
        sensors,
        settings,
        nodeParameters,
        out,
        record,
        trajectories);
  }

  SimulationOptions withTruthPerception() {
    return new SimulationOptions(
        scenario,
        parameters,
        seed,
        threads,
        egoName,
        untilS,
        Perception.TRUTH,
        Sensors.NONE,
        settings,
        nodeParameters,
        out,
        record,
        trajectories);
  }

  SimulationOptions withParameter(String name, String value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put(name, value);
    return new SimulationOptions(
        scenario,
        more,
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
        trajectories);
  }

  SimulationOptions withNodeParameter(String name, String value) {
    Map<String, String> more = new TreeMap<>(nodeParameters);
    more.put(name, value);
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
        more,
        out,
        record,
        trajectories);
  }

  SimulationOptions withOut(Path folder) {
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
        Optional.of(folder),
        true,
        trajectories);
  }

  SimulationOptions withStoryboardOnly() {
    return new SimulationOptions(
        scenario,
        parameters,
        seed,
        threads,
        Optional.of(""),
        untilS,
        perception,
        Sensors.NONE,
        settings,
        nodeParameters,
        out,
        record,
        trajectories);
  }

  /** The same with every node as it is by default. */
  SimulationOptions withoutSettings() {
    return new SimulationOptions(
        scenario,
        parameters,
        seed,
        threads,
        egoName,
        untilS,
        perception,
        sensors,
        Map.of(),
        Map.of(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** The same run on other threads, kept elsewhere or not at all. */
  public SimulationOptions forRerun(int otherThreads, Optional<Path> otherOut) {
    return new SimulationOptions(
        scenario,
        parameters,
        seed,
        otherThreads,
        egoName,
        untilS,
        perception,
        sensors,
        settings,
        nodeParameters,
        otherOut,
        otherOut.isPresent(),
        Optional.empty());
  }

  /** The options that another process needs to prepare the same run, as arguments of a command. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add(scenario.toAbsolutePath().toString());
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
    return command.toString();
  }
}
