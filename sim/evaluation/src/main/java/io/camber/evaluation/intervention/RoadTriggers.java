package io.camber.evaluation.intervention;

import io.camber.evaluation.rule.DirectionMeasure;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.situation.StopAhead;
import java.util.Locale;
import java.util.Optional;

/** Triggers that follow from where the ego is on the road at one instant. */
final class RoadTriggers {
  private static final double OUTSIDE_M_MAX = 0.30;
  private static final double BRAKING_MPS2 = 4.0;

  /** An ego that slows by more than this is reacting. */
  private static final double REACTING_MPS2 = -1.0;

  private RoadTriggers() {}

  /** Trigger T2, the part about leaving the road. */
  static Optional<String> offRoad(Situation situation) {
    double outside = situation.lane().cornerOutsideM();
    return outside >= OUTSIDE_M_MAX
        ? Optional.of(String.format(Locale.ROOT, "a corner is %.2f m off the road", outside))
        : Optional.empty();
  }

  /** Trigger T2, the part about the wrong way. */
  static Optional<String> wrongWay(DirectionMeasure direction) {
    return direction.isWrongWay()
        ? Optional.of("more than 2 m against the lane within a second")
        : Optional.empty();
  }

  /** Trigger T3: the light ahead is red, 4 m/s2 no longer stop the car, and it does not brake. */
  static Optional<String> redLight(Situation situation) {
    if (situation.stop().isEmpty()) {
      return Optional.empty();
    }
    StopAhead stop = situation.stop().get();
    double brakingM = situation.speedMps() * situation.speedMps() / (2.0 * BRAKING_MPS2);
    boolean lost = stop.red()
        && stop.distanceM() > 0.0
        && brakingM > stop.distanceM()
        && situation.ego().accelMps2() > REACTING_MPS2;
    return lost
        ? Optional.of(String.format(
            Locale.ROOT,
            "light %s is red %.1f m ahead at %.1f m/s without braking",
            String.join(",", stop.signalIds()),
            stop.distanceM(),
            situation.speedMps()))
        : Optional.empty();
  }
}
