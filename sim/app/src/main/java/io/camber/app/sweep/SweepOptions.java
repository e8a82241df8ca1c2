package io.camber.app.sweep;

import io.camber.app.simulation.Perception;
import io.camber.app.simulation.Sensors;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.TrafficChoice;
import io.camber.app.sweep.plan.RunSeeds;
import io.camber.app.sweep.plan.Shard;
import io.camber.app.sweep.plan.SweepCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a sweep is made of. Equal options on one build and equal files give the same table.
 *
 * @param inputs scenarios, distributions, folders and lists, as typed
 * @param parameters values of parameters as typed, by name
 * @param sample number of runs to draw from all
 * @param ego {@value #NONE}: the storyboard drives all; {@value #STACK}: the stack drives the scenario's ego; else the name of
 *     the entity that the stack drives
 * @param untilS ends a run at the latest, in simulated seconds
 * @param axes the two parameters of the map; empty: those that matter most
 * @param worst how many of the worst runs are run again with everything kept
 * @param reference whether the drivers of reference are asked about each cut-in; driven sweeps only
 * @param variations whether folders mean their distributions, too
 * @param setup how the car and its conditions differ from what is shipped
 */
public record SweepOptions(
    List<String> inputs,
    Map<String, String> parameters,
    RunSeeds seeds,
    OptionalLong sample,
    long sampleSeed,
    Shard shard,
    String ego,
    Perception perception,
    double untilS,
    List<String> axes,
    int worst,
    boolean reference,
    boolean variations,
    SweepSetup setup) {
  public static final String NONE = "none";
  public static final String STACK = "stack";

  public SweepOptions {
    inputs = List.copyOf(inputs);
    parameters = new LinkedHashMap<>(parameters);
    axes = List.copyOf(axes);
  }

  SweepOptions withShard(Shard other) {
    return new SweepOptions(
        inputs,
        parameters,
        seeds,
        sample,
        sampleSeed,
        other,
        ego,
        perception,
        untilS,
        axes,
        worst,
        reference,
        variations,
        setup);
  }

  boolean isStoryboardOnly() {
    return ego.equals(NONE);
  }

  /** One of its runs, as {@code camber run} would make it. */
  SimulationOptions simulation(SweepCase run, Optional<Path> out) {
    Optional<String> driven = switch (ego) {
      case NONE -> Optional.of("");
      case STACK -> Optional.empty();
      default -> Optional.of(ego);
    };
    boolean blind = isStoryboardOnly() || perception == Perception.TRUTH;
    return new SimulationOptions(
        run.scenario(),
        run.parameters(),
        run.seed(),
        1,
        driven,
        untilS,
        perception,
        blind ? Sensors.NONE : Sensors.ALL,
        Map.of(),
        setup.nodeParameters(),
        out,
        out.isPresent(),
        Optional.empty(),
        TrafficChoice.NONE,
        setup.conditions());
  }

  /** The command line of the same sweep. */
  public String command() {
    List<String> words = new ArrayList<>(List.of("camber", "sweep"));
    words.addAll(inputs);
    parameters.forEach((name, values) -> words.addAll(List.of("--param", name + "=" + values)));
    words.addAll(List.of("--seeds", seeds.text(), "--ego", ego));
    if (!isStoryboardOnly()) {
      words.addAll(List.of("--perception", perception.name().toLowerCase(Locale.ROOT)));
    }
    sample.ifPresent(count -> words.addAll(
        List.of("--sample", Long.toString(count), "--sample-seed", Long.toString(sampleSeed))));
    if (shard.of() > 1) {
      words.addAll(List.of("--shard", shard.text()));
    }
    if (untilS != SimulationOptions.UNTIL_S_DEFAULT) {
      words.addAll(List.of("--until", Double.toString(untilS)));
    }
    if (!axes.isEmpty()) {
      words.addAll(List.of("--map", String.join(",", axes)));
    }
    words.addAll(List.of("--worst", Integer.toString(worst)));
    if (reference) {
      words.add("--reference");
    }
    if (variations) {
      words.add("--variations");
    }
    words.addAll(setup.conditions().arguments());
    setup
        .nodeParameters()
        .forEach((name, value) -> words.addAll(List.of("--node-param", name + "=" + value)));
    return String.join(" ", words);
  }
}
