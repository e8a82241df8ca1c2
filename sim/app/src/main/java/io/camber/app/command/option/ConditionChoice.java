package io.camber.app.command.option;

import io.camber.app.profile.NodeProfile;
import io.camber.app.simulation.PlannerChoice;
import io.camber.app.simulation.RunConditions;
import io.camber.diagnostics.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The part of a command line that says under what conditions a scenario is driven. */
public final class ConditionChoice {
  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description =
          "breaks something: TARGET:KIND[@FROM..TO][,severity=X][,seed=N], such as lidar_top:dropout@12s..15s; may be repeated; docs/faults.md lists all")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--weather",
      paramLabel = "WEATHER",
      description =
          "instead of the scenario's own, such as fog:visibility=60m,night; docs/sensors.md lists all")
  private String weather = "";

  @Option(
      names = "--rig",
      paramLabel = "RIG",
      description =
          "sensors of the car: default, surround, or a YAML file (default: default); docs/sensors.md")
  private String rig = "";

  @Option(
      names = "--vehicle",
      paramLabel = "VEHICLE",
      description =
          "what the ego is: ford-escort, bmw-320i, vw-vanagon, semitrailer-truck, or a YAML file (default: the scenario's own car); docs/vehicle.md")
  private String vehicle = "";

  @Option(
      names = "--without",
      paramLabel = "ENTITY",
      description =
          "nobody meets this entity of the scenario, whose storyboard goes on as if it were there; may be repeated")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--planner",
      paramLabel = "KIND",
      description =
          "stack (default); for comparison: idm, pdm (after PDM-Closed), oracle (knows the truth and what comes); docs/comparison.md")
  private PlannerChoice planner = PlannerChoice.STACK;

  @Option(
      names = "--latency",
      paramLabel = "NODE=MS",
      description =
          "time between a node's call and its output instead of the declared one; may be repeated")
  private Map<String, Double> latencies = new LinkedHashMap<>();

  @Option(
      names = "--latencies",
      paramLabel = "FILE.yaml",
      description = "the same for all nodes of a profile that camber profile wrote: its p95")
  private @Nullable Path profile;

  public RunConditions conditions() {
    Map<String, Double> all = new LinkedHashMap<>();
    if (profile != null) {
      all.putAll(NodeProfile.read(profile));
    }
    all.putAll(latencies);
    all.forEach((node, ms) -> {
      if (!(ms >= 0.0 && ms <= 10_000.0)) {
        throw new InputException("--latency " + node + "=" + ms + " is outside [0, 10000] ms");
      }
    });
    return new RunConditions(faults, weather, rig, vehicle, without, planner, all);
  }
}
