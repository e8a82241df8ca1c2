package io.camber.app.data;

import io.camber.scene.ObjectClass;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many of each class are how near, and the nearest. */
final class Nearby {
  /** As far as the metrics look for the nearest. */
  private static final double NEAREST_M_MAX = 100.0;

  private final Map<ObjectClass, int[]> counts = new EnumMap<>(ObjectClass.class);
  private final Map<ObjectClass, Double> nearest = new EnumMap<>(ObjectClass.class);

  void add(ObjectClass objectClass, double distanceM) {
    int[] count = counts.computeIfAbsent(objectClass, one -> new int[LogColumns.RANGES_M.length]);
    for (int i = 0; i < LogColumns.RANGES_M.length; i++) {
      count[i] += distanceM <= LogColumns.RANGES_M[i] ? 1 : 0;
    }
    if (distanceM <= NEAREST_M_MAX) {
      nearest.merge(objectClass, distanceM, Math::min);
    }
  }

  /** The most and the nearest of both. */
  void widen(Nearby other) {
    other.counts.forEach((objectClass, more) -> {
      int[] count = counts.computeIfAbsent(objectClass, one -> new int[more.length]);
      for (int i = 0; i < more.length; i++) {
        count[i] = Math.max(count[i], more[i]);
      }
    });
    other.nearest.forEach((objectClass, at) -> nearest.merge(objectClass, at, Math::min));
  }

  /** Null when there is none within 100 m. */
  @Nullable
  Double nearestM(ObjectClass objectClass) {
    return nearest.get(objectClass);
  }

  int count(ObjectClass objectClass, int rangeM) {
    int[] count = counts.get(objectClass);
    if (count != null) {
      for (int i = 0; i < LogColumns.RANGES_M.length; i++) {
        if (LogColumns.RANGES_M[i] == rangeM) {
          return count[i];
        }
      }
    }
    return 0;
  }
}
