package io.camber.motion;

import io.camber.geometry.Numbers;
import io.camber.geometry.Pose2;
import java.util.List;

/**
 * What the passenger asked for.
 *
 * @param waypoints places to pass in order, the last one is the goal; empty means: follow the lane
 * @param speedMpsSet the speed the passenger set; the map's limits still apply
 */
public record Mission(long timeNs, List<Pose2> waypoints, double speedMpsSet) {
  public Mission {
    waypoints = List.copyOf(waypoints);
    Numbers.notNegative("speedMpsSet", speedMpsSet);
  }
}
