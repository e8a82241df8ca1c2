package io.camber.evaluation.intervention;

import io.camber.evaluation.safety.TtcMeasure;
import io.camber.evaluation.situation.Neighbour;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who is ahead on the ego's way and can only be spared by braking harder than 6 m/s2 (DRAC, METRICS 3), if the ego, straight on as
 * it heads now, would meet its box at all: who steers by somebody does not have to brake.
 */
final class RequiredBraking {
  private static final double BRAKING_MPS2_MAX = 6.0;

  /** Who needs that, and how much. */
  Optional<String> update(Situation situation, Set<String> touched) {
    if (situation.view().isEmpty() || situation.speedMps() <= 0.0) {
      return Optional.empty();
    }
    Neighbour ego = situation.view().get().ego();
    for (int i = 0; i < situation.view().get().neighbours().size(); i++) {
      Neighbour other = situation.view().get().neighbours().get(i);
      double gap = other.s() - ego.s() - other.halfAlongM() - ego.halfAlongM();
      double speed = situation.speedMps();
      if (gap <= 0.0 || speed * speed <= 2.0 * BRAKING_MPS2_MAX * gap) {
        continue;
      }
      double closing = ego.alongMps() - Math.max(0.0, other.alongMps());
      if (closing > 0.0
          && closing * closing > 2.0 * BRAKING_MPS2_MAX * gap
          && !touched.contains(other.actor().name())
          && isMet(situation, other)) {
        return Optional.of(String.format(
            Locale.ROOT,
            "%s is %.1f m ahead and asks for %.1f m/s2",
            other.actor().name(),
            gap,
            closing * closing / (2.0 * gap)));
      }
    }
    return Optional.empty();
  }

  private static boolean isMet(Situation situation, Neighbour other) {
    Box2 box = other.actor().footprint();
    return Double.isFinite(TtcMeasure.timeToCollisionS(
        situation.footprint(), situation.speedMps(), box, other.actor().speedMps()));
  }
}
