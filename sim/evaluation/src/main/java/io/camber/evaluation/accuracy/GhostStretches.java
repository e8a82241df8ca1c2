package io.camber.evaluation.accuracy;

import io.camber.geometry.Vec2;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tracks that are nobody's for more than half a second, each stretch once, and the way of the ego meanwhile. */
final class GhostStretches {
  private static final long LASTING_NS = 500_000_000L;
  private static final double WAY_M_MIN = 50.0;

  private final Map<Integer, Long> sinceNs = new TreeMap<>();
  private final Set<Integer> now = new TreeSet<>();
  private @Nullable Vec2 lastEye;
  private double wayM;
  private int lasting;

  void move(Vec2 eye) {
    Vec2 before = lastEye;
    wayM += before == null ? 0.0 : before.distanceTo(eye);
    lastEye = eye;
  }

  /** Takes in a track that is nobody's now. */
  void ghost(int id, long timeNs) {
    now.add(id);
    Long since = sinceNs.putIfAbsent(id, timeNs);
    if (since != null && since >= 0 && timeNs - since > LASTING_NS) {
      lasting++;
      sinceNs.put(id, -1L);
    }
  }

  /** Ends a message: the stretches of all tracks that were no ghosts in it are over. */
  void endMessage() {
    sinceNs.keySet().retainAll(now);
    now.clear();
  }

  /** NaN for less than 50 m. */
  double perKm() {
    return wayM < WAY_M_MIN ? Double.NaN : lasting * 1000.0 / wayM;
  }
}
