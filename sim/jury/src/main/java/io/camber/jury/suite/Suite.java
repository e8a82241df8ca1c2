package io.camber.jury.suite;

import io.camber.jury.result.Tags;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A named, versioned set of runs.
 *
 * @param version changes with the runs: figures of different versions are not compared
 * @param tags of its scenarios, by which figures are broken down
 */
public record Suite(String name, int version, String about, Tags tags, List<Group> groups) {
  public Suite {
    groups = List.copyOf(groups);
  }

  /** Name and version as they stand in reports. */
  public String id() {
    return name + "/" + version;
  }

  /**
   * Runs that are made alike.
   *
   * @param truth whether the stack is given true objects instead of sensor data
   * @param seeds as {@code 1..3}
   * @param variation what is other than shipped
   * @param scenarios bundled names
   * @param data paths below the folder of published data; left out where that is not at hand
   */
  public record Group(
      String name,
      boolean truth,
      String seeds,
      double untilS,
      Variation variation,
      List<String> scenarios,
      List<String> data) {
    public Group {
      scenarios = List.copyOf(scenarios);
      data = List.copyOf(data);
    }
  }

  /**
   * How the runs of a group differ from those of the shipped car in the scenarios as they are.
   *
   * @param weather like {@code fog:visibility=60m,night}; empty: the scenario's own
   * @param faults that are injected, each like {@code lidar_top:dropout@12s..15s}
   * @param parameters values of the scenarios' parameters, each like {@code 10..30:5}, by name
   * @param sample number of runs to draw from all combinations; 0: all
   */
  public record Variation(
      String weather, List<String> faults, Map<String, String> parameters, int sample) {
    public static final Variation NONE = new Variation("", List.of(), Map.of(), 0);

    public Variation {
      faults = List.copyOf(faults);
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
  }
}
