package io.camber.evaluation.ground;

import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.geometry.Pose3;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorTruth;
import io.camber.truth.LidarLabels;
import io.camber.truth.PointClass;
import io.camber.truth.TruthFrame;
import java.util.Optional;

/** Points of one sweep where they truly are in {@code base_link} at its end, with what they hit. Owns its arrays. */
final class LabelledSweep {
  /** Frames of truth are so far apart; between two, poses are blended element by element. */
  private static final long FRAME_NS = 10_000_000L;

  private static final int ROW = 12;

  final long timeNs;
  final int size;
  final float[] x;
  final float[] y;
  final float[] z;

  /** Range from {@code base_link} along the ground. */
  final float[] rangeM;

  /** Where the sensor sits in {@code base_link}. */
  final double sensorX;

  final double sensorY;

  private final byte[] classes;
  private final boolean[] isActor;

  private LabelledSweep(LidarSweep sweep, LidarLabels labels, Pose3 mounting) {
    sensorX = mounting.x();
    sensorY = mounting.y();
    timeNs = sweep.timeNs();
    size = sweep.size();
    x = new float[size];
    y = new float[size];
    z = new float[size];
    rangeM = new float[size];
    classes = new byte[size];
    isActor = new boolean[size];
    for (int i = 0; i < size; i++) {
      classes[i] = (byte) PointClass.of(labels.classNumber(i)).number();
      isActor[i] = labels.actorNumber(i) > 0;
    }
  }

  /** Empty when the truth does not reach back to the beginning of the sweep, or the labels are of other points. */
  static Optional<LabelledSweep> of(
      LidarSweep sweep, LidarLabels labels, Pose3 mounting, TruthHistory truth) {
    int steps = (int) Math.max(1L, (sweep.timeNs() - sweep.startNs() + FRAME_NS - 1L) / FRAME_NS);
    double[][] places = new double[steps + 1][];
    Optional<Pose3> end = pose(truth, sweep.timeNs());
    for (int k = 0; k <= steps; k++) {
      Optional<Pose3> then = pose(truth, sweep.timeNs() - (steps - k) * FRAME_NS);
      if (end.isEmpty() || then.isEmpty() || labels.size() != sweep.size()) {
        return Optional.empty();
      }
      places[k] = rows(end.get().inverse().times(then.get()).times(mounting));
    }
    LabelledSweep labelled = new LabelledSweep(sweep, labels, mounting);
    labelled.place(sweep, places, sweep.timeNs() - steps * FRAME_NS);
    return Optional.of(labelled);
  }

  private static Optional<Pose3> pose(TruthHistory truth, long timeNs) {
    return truth.at(timeNs).flatMap(TruthFrame::ego).map(ActorTruth::mapFromReference);
  }

  private static double[] rows(Pose3 pose) {
    double[] r = pose.rotation();
    return new double[] {
      r[0], r[1], r[2], pose.x(), r[3], r[4], r[5], pose.y(), r[6], r[7], r[8], pose.z()
    };
  }

  private void place(LidarSweep sweep, double[][] places, long fromNs) {
    double[] m = new double[ROW];
    long mixedNs = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      if (sweep.pointTimeNs(i) != mixedNs) {
        mixedNs = sweep.pointTimeNs(i);
        mix(places, (double) (mixedNs - fromNs) / FRAME_NS, m);
      }
      double px = sweep.x(i);
      double py = sweep.y(i);
      double pz = sweep.z(i);
      x[i] = (float) (m[0] * px + m[1] * py + m[2] * pz + m[3]);
      y[i] = (float) (m[4] * px + m[5] * py + m[6] * pz + m[7]);
      z[i] = (float) (m[8] * px + m[9] * py + m[10] * pz + m[11]);
      rangeM[i] = (float) Math.sqrt(x[i] * x[i] + y[i] * y[i]);
    }
  }

  private static void mix(double[][] places, double at, double[] m) {
    int step = Math.max(0, Math.min(places.length - 2, (int) at));
    double share = Math.max(0.0, Math.min(1.0, at - step));
    for (int k = 0; k < ROW; k++) {
      m[k] = places[step][k] + share * (places[step + 1][k] - places[step][k]);
    }
  }

  PointClass pointClass(int i) {
    return PointClass.of(classes[i]);
  }

  /** Whether a point is on an entity of the scenario. */
  boolean isActor(int i) {
    return isActor[i];
  }
}
