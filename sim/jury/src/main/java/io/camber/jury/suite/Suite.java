package io.camber.jury.suite;

import java.util.List;

/**
 * A named, versioned set of runs.
 *
 * @param version changes with the runs: figures of different versions are not compared
 */
public record Suite(String name, int version, String about, List<Group> groups) {
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
   * @param scenarios bundled names
   * @param data paths below the folder of published data; left out where that is not at hand
   */
  public record Group(
      String name,
      boolean truth,
      String seeds,
      double untilS,
      List<String> scenarios,
      List<String> data) {
    public Group {
      scenarios = List.copyOf(scenarios);
      data = List.copyOf(data);
    }
  }
}
