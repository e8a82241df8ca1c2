package io.camber.sim.scenario.controller;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.ControllerModel;
import io.camber.sim.scenario.entity.Properties;
import io.camber.sim.traffic.driver.Manner;
import java.util.Optional;

/** What the properties of a controller called CamberTraffic say of how its driver drives. */
public final class TrafficManner {
  private static final String MODEL = "CamberTraffic";

  private TrafficManner() {}

  /** Whether a controller makes its vehicle one of traffic's. */
  public static boolean isOf(ControllerModel controller) {
    return controller.model().equals(MODEL);
  }

  /** The manner; an error of the file when a value is impossible. */
  public static Manner read(ControllerModel controller, Node described) {
    try {
      return of(controller);
    } catch (IllegalArgumentException e) {
      throw described.error("controller " + MODEL + ": " + e.getMessage());
    }
  }

  static Manner of(ControllerModel controller) {
    Properties properties = controller.properties();
    return new Manner(
        number(properties, "speedFactor"),
        number(properties, "timeGapS"),
        number(properties, "standstillM"),
        number(properties, "accelMps2"),
        number(properties, "decelMps2"),
        number(properties, "politeness"));
  }

  private static double number(Properties properties, String name) {
    Optional<String> text = properties.find(name);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text.get().strip());
      if (!Double.isNaN(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "property " + name + "=\"" + text.get() + "\" is not a number");
  }
}
