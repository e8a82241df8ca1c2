package io.camber.app.command;

import io.camber.app.simulation.RunConditions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The part of a command line that says under what conditions a scenario is driven. */
final class ConditionChoice {
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

  RunConditions conditions() {
    return new RunConditions(faults, weather, rig, vehicle);
  }
}
