package io.camber.jury.check;

import io.camber.map.RoadMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All checks of one drive that what this stack publishes allows. U16 needs a second drive, see
 * {@link VersionCheck}.
 */
public final class Checks {
  private Checks() {}

  /** Fresh ones. Without a map, plausibility on the map is not asked. */
  public static List<Check> all(Optional<RoadMap> map) {
    List<Check> checks = new ArrayList<>(List.of(
        new SizeCheck(),
        new MotionCheck(),
        new FlickerCheck(),
        new AppearanceCheck(),
        new IdentityCheck(),
        new OverlapCheck(),
        new AgreementCheck(),
        new PointSupportCheck(),
        new ForecastCheck(),
        new PoseCheck(),
        new PlanCheck(),
        new ControlCheck(),
        new TimeCheck(),
        new SensorCheck()));
    map.ifPresent(road -> checks.add(new MapCheck(road)));
    return checks;
  }
}
