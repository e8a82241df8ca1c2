package io.camber.planning;

import io.camber.planning.proposal.Situation;
import io.camber.planning.route.StopPoint;
import io.camber.planning.scoring.Judgement;
import java.util.ArrayList;
import java.util.List;

/** Words that say why the car does what it does. */
final class Reasons {
  private static final double WITHIN_M = 80.0;

  private Reasons() {}

  static List<String> of(Situation situation, Judgement best, Judgement stop) {
    List<String> reasons = new ArrayList<>();
    reasons.add(best.proposal().name());
    for (StopPoint point : situation.stops()) {
      if (point.s() - situation.start().s() < WITHIN_M) {
        reasons.add(word(point) + point.id());
      }
    }
    if (!best.safe()) {
      reasons.add("unsafe:" + best.verdict());
    }
    if (!stop.safe()) {
      reasons.add("safe-stop-unverified:" + stop.verdict());
    }
    return reasons;
  }

  private static String word(StopPoint point) {
    return switch (point.kind()) {
      case LIGHT -> "stop-light:";
      case STOP_SIGN -> "stop-sign:";
      case YIELD_SIGN -> "yield-sign:";
      case END -> "route-";
    };
  }
}
