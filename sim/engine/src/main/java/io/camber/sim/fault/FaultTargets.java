package io.camber.sim.fault;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.expression.Suggestion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run has that can be broken, by name. A name may mean several things: {@code signals} is a node and what it sends. */
public final class FaultTargets {
  private static final FaultFamily STREAM = FaultFamily.STREAM;

  private final Map<String, Set<FaultFamily>> families = new TreeMap<>();

  /**
   * Targets of a run.
   *
   * @param sensors names of the rig's sensors, such as {@code lidar_top}
   * @param nodes names of nodes
   */
  public FaultTargets(List<String> sensors, List<String> nodes) {
    sensors.forEach(name -> add(name, STREAM, familyOf(name)));
    nodes.forEach(name -> add(name, FaultFamily.NODE));
    add("gnss", STREAM, FaultFamily.GNSS);
    add("imu", STREAM, FaultFamily.IMU);
    add("wheels", STREAM, FaultFamily.WHEELS);
    add("detections", STREAM, FaultFamily.OBJECTS);
    add("tracks", STREAM, FaultFamily.OBJECTS);
    add("signals", STREAM, FaultFamily.LIGHTS);
    add("plan", STREAM, FaultFamily.PLAN);
    add("command", STREAM, FaultFamily.COMMAND);
    List.of("report", "pose", "futures", "actuation").forEach(name -> add(name, STREAM));
    add("map", FaultFamily.MAP);
    add("vehicle", FaultFamily.DESCRIPTION);
    add("weather", FaultFamily.WEATHER);
    add("brake", FaultFamily.BRAKE);
    add("steering", FaultFamily.STEERING);
    add("drive", FaultFamily.DRIVE);
  }

  private void add(String name, FaultFamily... more) {
    families.computeIfAbsent(name, key -> EnumSet.noneOf(FaultFamily.class)).addAll(List.of(more));
  }

  private static FaultFamily familyOf(String sensor) {
    return switch (sensor.substring(0, sensor.indexOf('_'))) {
      case "lidar" -> FaultFamily.LIDAR;
      case "radar" -> FaultFamily.RADAR;
      case "ultrasonic" -> FaultFamily.ULTRASONIC;
      case "v2x" -> FaultFamily.V2X;
      default -> FaultFamily.CAMERA;
    };
  }

  /**
   * The kind of a fault.
   *
   * @throws InputException naming target or kind when the run has none such, and severities outside the kind's bounds
   */
  public FaultKind check(Fault fault) {
    Set<FaultFamily> known = families.get(fault.target());
    if (known == null) {
      throw new InputException("fault " + fault.text() + ": there is no target " + fault.target()
          + Suggestion.among(fault.target(), List.copyOf(families.keySet()))
          + "\n  there are: " + String.join(", ", families.keySet()));
    }
    List<String> names = new ArrayList<>();
    for (FaultFamily family : known) {
      if (family.find(fault.kind()).isPresent()) {
        return checked(fault, family, family.find(fault.kind()).get());
      }
      family.kinds().forEach(kind -> names.add(kind.name()));
    }
    throw new InputException("fault " + fault.text() + ": " + fault.target() + " knows no fault "
        + fault.kind() + Suggestion.among(fault.kind(), names) + "\n  there are: "
        + String.join(", ", names));
  }

  private static FaultKind checked(Fault fault, FaultFamily family, FaultKind kind) {
    double severity = fault.severity().orElse(kind.severity());
    if (!(severity >= kind.severityMin() && severity <= kind.severityMax())) {
      throw new InputException("fault " + fault.text() + ": severity=" + severity + " is outside ["
          + kind.severityMin() + ", " + kind.severityMax() + "] (" + kind.unit() + ")");
    }
    if (family.isOnceAtStart(kind) && (fault.fromNs() > 0 || fault.toNs() != Long.MAX_VALUE)) {
      throw new InputException("fault " + fault.text()
          + ": this is handed out once, as the run begins; leave the window out");
    }
    return kind;
  }

  /** True for what the car is handed, or what is plugged in, once, as the run begins. */
  boolean isOnceAtStart(String target, FaultKind kind) {
    return families.getOrDefault(target, Set.of()).stream()
        .anyMatch(family -> family.kinds().contains(kind) && family.isOnceAtStart(kind));
  }
}
