package io.camber.evaluation.accuracy;

import io.camber.evaluation.forecast.Deviations;
import io.camber.evaluation.forecast.ForecastScore;
import io.camber.evaluation.forecast.Mode;
import io.camber.geometry.Vec2;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A future that waits for its truth. Truth and modes are laid side by side once, for whichever horizons ask. */
final class OpenForecast {
  private static final double NS = 1e-9;
  private static final double STEP_S = 0.5;

  private final long timeNs;
  private final String actor;
  private final double speedMps;
  private List<PredictedPath> paths;
  private @Nullable Deviations deviations;

  /** Made at that time for an actor of that speed. */
  OpenForecast(long timeNs, String actor, double speedMps, List<PredictedPath> paths) {
    this.timeNs = timeNs;
    this.actor = actor;
    this.speedMps = speedMps;
    this.paths = paths;
  }

  long timeNs() {
    return timeNs;
  }

  String actor() {
    return actor;
  }

  /** Takes in where the actor went up to a horizon; false when that is not known all the way. */
  boolean follow(ActorWay way, int horizonS) {
    Deviations known = deviations();
    for (int step = known.steps() + 1; step * STEP_S <= horizonS; step++) {
      Vec2 position = way.at(timeNs + Math.round(step * STEP_S / NS));
      if (position == null) {
        return false;
      }
      known.add(position);
    }
    return true;
  }

  /** Scores the {@code most} likely modes up to a horizon that was followed. */
  ForecastScore score(int most, double endYaw, int horizonS) {
    return ForecastScore.of(deviations(), most, steps(horizonS), endYaw, horizonS, speedMps);
  }

  /** Mean distance of the likeliest mode up to a horizon that was followed. */
  double likeliestMeanM(int horizonS) {
    return deviations().meanM(0, steps(horizonS));
  }

  /** Distance of the likeliest mode at a horizon that was followed. */
  double likeliestFinalM(int horizonS) {
    return deviations().finalM(0, steps(horizonS));
  }

  private static int steps(int horizonS) {
    return (int) (horizonS / STEP_S);
  }

  private Deviations deviations() {
    Deviations known = deviations;
    if (known == null) {
      List<Mode> modes = new ArrayList<>(paths.size());
      for (PredictedPath path : paths) {
        modes.add(sampled(path));
      }
      known = new Deviations(Mode.likeliestFirst(modes));
      deviations = known;
      paths = List.of();
    }
    return known;
  }

  /** The mode at the steps, as far as it goes, linear between its points. */
  private static Mode sampled(PredictedPath path) {
    List<PredictedPoint> points = path.points();
    double endS = points.get(points.size() - 1).timeS();
    List<Vec2> positions = new ArrayList<>();
    int next = 0;
    for (double time = STEP_S; time <= endS + NS; time += STEP_S) {
      while (next < points.size() - 1 && points.get(next).timeS() < time) {
        next++;
      }
      PredictedPoint to = points.get(next);
      positions.add(
          next == 0 || to.timeS() <= time
              ? new Vec2(to.x(), to.y())
              : between(points.get(next - 1), to, time));
    }
    return new Mode(path.probability(), positions);
  }

  private static Vec2 between(PredictedPoint from, PredictedPoint to, double timeS) {
    double share = (timeS - from.timeS()) / (to.timeS() - from.timeS());
    return new Vec2(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }
}
