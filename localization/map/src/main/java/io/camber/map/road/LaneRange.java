package io.camber.map.road;

import java.util.List;

/** Lane numbers from {@code min} to {@code max}. */
public record LaneRange(int min, int max) {

  /** Whether any range holds the lane; no ranges at all mean every lane. */
  public static boolean anyHolds(List<LaneRange> ranges, int laneNumber) {
    return ranges.isEmpty()
        || ranges.stream().anyMatch(r -> laneNumber >= r.min && laneNumber <= r.max);
  }
}
