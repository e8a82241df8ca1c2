package io.camber.evaluation.manoeuvre;

import io.camber.evaluation.forecast.Mode;
import io.camber.geometry.Pose2;
import io.camber.map.LaneSegment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a forecast says somebody does within three seconds. */
record Foretold(long timeNs, Pose2 start, List<Mode> modes) {
  /** Of modes at half seconds. */
  static final int STEPS = 6;

  /** Probability of each manoeuvre that a mode tells; the modes of which none is told count for none. */
  Map<Manoeuvre, Double> probabilities(ManoeuvreTeller teller, LaneSegment lane) {
    Map<Manoeuvre, Double> sums = new EnumMap<>(Manoeuvre.class);
    for (Mode mode : modes) {
      Manoeuvre told = teller.between(
          start,
          lane,
          mode.position(STEPS / 2 - 1),
          mode.position(STEPS - 2),
          mode.position(STEPS - 1));
      if (told != null) {
        sums.merge(told, mode.probability(), Double::sum);
      }
    }
    return sums;
  }
}
