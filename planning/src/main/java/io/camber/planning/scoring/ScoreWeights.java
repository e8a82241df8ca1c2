package io.camber.planning.scoring;

import io.camber.geometry.Numbers;

/**
 * Weights of the sum that multiplies the safety product; shape and first values follow EPDMS (NAVSIM);
 * {@code gap} is ours: it judges how closely the car follows, {@code speed}
 * whether it respects limits and bends.
 */
public record ScoreWeights(
    double progress,
    double ttc,
    double gap,
    double speed,
    double comfort,
    double laneKeeping,
    double consistency) {
  public ScoreWeights {
    Numbers.notNegative("progress", progress);
    Numbers.notNegative("ttc", ttc);
    Numbers.notNegative("gap", gap);
    Numbers.notNegative("speed", speed);
    Numbers.notNegative("comfort", comfort);
    Numbers.notNegative("laneKeeping", laneKeeping);
    Numbers.notNegative("consistency", consistency);
    Numbers.positive("sum", progress + ttc + gap + speed + comfort + laneKeeping + consistency);
  }

  public static ScoreWeights standard() {
    return new ScoreWeights(5.0, 5.0, 5.0, 4.0, 3.0, 2.0, 1.0);
  }

  double sum() {
    return progress + ttc + gap + speed + comfort + laneKeeping + consistency;
  }
}
