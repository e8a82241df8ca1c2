package io.camber.perception.camera;

import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.map.road.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * A traffic light of the map: three lamps above each other, red on top.
 *
 * @param pose middle of the lower edge in the map frame, x axis towards the traffic it is meant for
 * @param heightM of the housing
 */
public record LightHead(String signalId, Pose3 pose, double heightM) {
  /** Heads without a plausible height in the map: three lamps of 0.3 m. */
  private static final double HEIGHT_M = 1.0;

  private static final double HEIGHT_M_MIN = 0.5;
  private static final double HEIGHT_M_MAX = 1.6;

  /** All traffic lights of a map. */
  public static List<LightHead> of(RoadMap map) {
    List<LightHead> heads = new ArrayList<>();
    for (Signal signal : map.signals()) {
      if (signal.dynamic()) {
        boolean isPlausible = signal.heightM() > HEIGHT_M_MIN && signal.heightM() < HEIGHT_M_MAX;
        heads.add(
            new LightHead(signal.id(), signal.pose(), isPlausible ? signal.heightM() : HEIGHT_M));
      }
    }
    return heads;
  }
}
