package io.camber.app.blame;

import io.camber.jury.attribution.Component;
import java.util.List;
import java.util.Optional;

/** Which component a fault strikes, by the fault's target. Weather strikes none: it is nobody's fault. */
public final class StruckComponent {
  private static final List<String> SENSORS =
      List.of("lidar", "camera", "radar", "gnss", "imu", "wheels", "report", "sensor.", "vehicle.");

  private StruckComponent() {}

  /** Empty when the fault strikes no component. */
  public static Optional<Component> of(String target) {
    return switch (target) {
      case "map", "vehicle" -> Optional.of(Component.MAP);
      case "pose", "localization" -> Optional.of(Component.LOCALIZATION);
      case "detections", "detection" -> Optional.of(Component.DETECTION);
      case "tracks", "tracking", "truth.perception" -> Optional.of(Component.TRACKING);
      case "signals" -> Optional.of(Component.SIGNALS);
      case "futures", "prediction" -> Optional.of(Component.PREDICTION);
      case "plan", "planning" -> Optional.of(Component.PLANNING);
      case "command", "control", "actuation", "guardian" -> Optional.of(Component.CONTROL);
      case "brake", "steering", "drive" -> Optional.of(Component.ACTUATION);
      default ->
        SENSORS.stream().anyMatch(target::startsWith)
            ? Optional.of(Component.SENSORS)
            : Optional.empty();
    };
  }
}
