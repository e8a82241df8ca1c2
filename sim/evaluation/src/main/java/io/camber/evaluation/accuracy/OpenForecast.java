package io.camber.evaluation.accuracy;

import io.camber.evaluation.forecast.Deviations;
import io.camber.evaluation.forecast.ForecastScore;
import io.camber.evaluation.forecast.Mode;
import io.camber.geometry.Vec2;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A future that waits for its truth. Its modes are taken at the steps of the scores at once, for whichever horizons ask, so that
 * the much finer paths need not be kept for seconds.
 */
final class OpenForecast {
  private static final double NS = 1e-9;
  private static final double STEP_S = 0.5;

  private final long timeNs;
  private final String actor;
  private final double speedMps;
  private final List<Mode> modes;
  private final Deviations deviations;

  /** Made at that time for an actor of that speed. */
  OpenForecast(long timeNs, String actor, double speedMps, List<PredictedPath> paths) {
    this.timeNs = timeNs;
    this.actor = actor;
    this.speedMps = speedMps;
    List<Mode> sampled = new ArrayList<>(paths.size());
    for (int i = 0; i < paths.size(); i++) {
      sampled.add(sampled(paths.get(i)));
    }
    this.modes = Mode.likeliestFirst(sampled);
    this.deviations = new Deviations(modes);
  }

  long timeNs() {
    return timeNs;
  }

  String actor() {
    return actor;
  }

  Deviations deviations() {
    return deviations;
  }

  List<Mode> modes() {
    return modes;
  }

  /** Takes in where the actor went up to a horizon; false when that is not known all the way. */
  boolean follow(ActorWay way, int horizonS) {
    for (int step = deviations.steps() + 1; step * STEP_S <= horizonS; step++) {
      Vec2 position = way.at(timeNs + Math.round(step * STEP_S / NS));
      if (position == null) {
        return false;
      }
      deviations.add(position);
    }
    return true;
  }

  /** Scores the {@code most} likely modes up to a horizon that was followed. */
  ForecastScore score(int most, double endYaw, int horizonS) {
    return ForecastScore.of(deviations, most, steps(horizonS), endYaw, horizonS, speedMps);
  }

  /** Mean distance of the likeliest mode up to a horizon that was followed. */
  double likeliestMeanM(int horizonS) {
    return deviations.meanM(0, steps(horizonS));
  }

  /** Distance of the likeliest mode at a horizon that was followed. */
  double likeliestFinalM(int horizonS) {
    return deviations.finalM(0, steps(horizonS));
  }

  private static int steps(int horizonS) {
    return (int) (horizonS / STEP_S);
  }

  /**
   * The mode at the steps, as far as it goes, linear between its points. Points are most often as many a step as they were in the
   * step before, so those between are passed over.
   */
  private static Mode sampled(PredictedPath path) {
    List<PredictedPoint> points = path.points();
    int steps = (int) Math.floor((points.get(points.size() - 1).timeS() + NS) / STEP_S);
    double[] x = new double[steps];
    double[] y = new double[steps];
    int next = 0;
    int stride = 0;
    for (int i = 0; i < steps; i++) {
      double time = (i + 1) * STEP_S;
      int before = next;
      if (stride > 0
          && next + stride < points.size()
          && points.get(next + stride - 1).timeS() < time) {
        next += stride;
      }
      while (next < points.size() - 1 && points.get(next).timeS() < time) {
        next++;
      }
      stride = next - before;
      PredictedPoint to = points.get(next);
      if (next == 0 || to.timeS() <= time) {
        x[i] = to.x();
        y[i] = to.y();
      } else {
        PredictedPoint from = points.get(next - 1);
        double share = (time - from.timeS()) / (to.timeS() - from.timeS());
        x[i] = from.x() + share * (to.x() - from.x());
        y[i] = from.y() + share * (to.y() - from.y());
      }
    }
    return new Mode(path.probability(), x, y);
  }
}
