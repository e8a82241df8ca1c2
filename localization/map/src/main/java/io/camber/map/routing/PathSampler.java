package io.camber.map.routing;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import java.util.ArrayList;
import java.util.List;

/** Lays a line over consecutive lanes and resamples it by arc length. */
final class PathSampler {
  private static final double STEP_M = 0.5;

  /** A lane change drawn into the path takes this long, or the whole stretch if that is shorter. */
  private static final double CHANGE_M = 60.0;

  /** Raw points closer than this are one: lanes meet, and files repeat the joint. */
  private static final double SAME_M = 0.02;

  private final List<LaneSegment> lanes;
  private final List<Raw> raws = new ArrayList<>();
  private final int[] rawStart;

  private PathSampler(List<LaneSegment> lanes) {
    this.lanes = lanes;
    this.rawStart = new int[lanes.size()];
  }

  static PathSamples sample(List<LaneSegment> lanes) {
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("a path needs at least one lane");
    }
    PathSampler sampler = new PathSampler(lanes);
    sampler.layOut();
    return sampler.resample();
  }

  /** A point of the line before resampling; yaw is that of the lane, edges are offsets from the point. */
  private record Raw(
      double x,
      double y,
      double z,
      double yaw,
      double left,
      double right,
      int lane,
      double limit) {}

  private void layOut() {
    int from = 0;
    while (from < lanes.size()) {
      int to = from;
      while (to + 1 < lanes.size() && besides(lanes.get(to), lanes.get(to + 1))) {
        to++;
      }
      if (to + 1 < lanes.size()
          && !lanes.get(to).successors().contains(lanes.get(to + 1).id())) {
        throw new IllegalArgumentException(
            lanes.get(to + 1) + " is neither successor nor neighbour of " + lanes.get(to));
      }
      stretch(from, to);
      from = to + 1;
    }
  }

  private static boolean besides(LaneSegment a, LaneSegment b) {
    return a.leftNeighbour().filter(b.id()::equals).isPresent()
        || a.rightNeighbour().filter(b.id()::equals).isPresent();
  }

  /** Lanes {@code from} to {@code to} lie side by side: one stretch of road with a lane change between each two. */
  private void stretch(int from, int to) {
    double length = lanes.get(from).lengthM();
    int steps = (int) Math.max(1.0, Math.ceil(length / STEP_M));
    for (int i = from; i <= to; i++) {
      rawStart[i] = raws.size();
    }
    int changes = to - from;
    for (int i = 0; i <= steps; i++) {
      double s = i * length / steps;
      if (changes == 0) {
        add(onLane(from, s));
        continue;
      }
      double window = length / changes;
      int change = Math.min(changes - 1, (int) (s / window));
      double middle = (change + 0.5) * window;
      double span = Math.min(window, CHANGE_M);
      double f = Math.max(0.0, Math.min(1.0, (s - middle) / span + 0.5));
      double roadS = lanes.get(from).toRoadS(s);
      int a = from + change;
      add(between(
          onLane(a, lanes.get(a).fromRoadS(roadS)),
          onLane(a + 1, lanes.get(a + 1).fromRoadS(roadS)),
          f));
    }
  }

  private Raw onLane(int lane, double s) {
    LaneSegment segment = lanes.get(lane);
    Pose3 pose = segment.centerAt(s);
    double half = 0.5 * segment.widthAt(s);
    return new Raw(
        pose.x(), pose.y(), pose.z(), pose.yaw(), half, -half, lane, segment.speedLimitMpsAt(s));
  }

  /** Quintic blend: position, direction and curvature are continuous at both ends of the change. */
  private static Raw between(Raw a, Raw b, double f) {
    if (f <= 0.0) {
      return a;
    }
    if (f >= 1.0) {
      return b;
    }
    double w = f * f * f * (10.0 - f * (15.0 - 6.0 * f));
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double apart = Math.sqrt(dx * dx + dy * dy);
    boolean toLeft = -StrictMath.sin(a.yaw) * dx + StrictMath.cos(a.yaw) * dy > 0.0;
    double leftOfA = toLeft ? w * apart : -w * apart;
    double leftOfB = toLeft ? (w - 1.0) * apart : (1.0 - w) * apart;
    return new Raw(
        a.x + w * dx,
        a.y + w * dy,
        a.z + w * (b.z - a.z),
        Double.NaN,
        Math.max(a.left - leftOfA, b.left - leftOfB),
        Math.min(a.right - leftOfA, b.right - leftOfB),
        w < 0.5 ? a.lane : b.lane,
        Math.min(a.limit, b.limit));
  }

  private void add(Raw raw) {
    if (!raws.isEmpty()) {
      Raw last = raws.get(raws.size() - 1);
      double dx = raw.x - last.x;
      double dy = raw.y - last.y;
      if (dx * dx + dy * dy < SAME_M * SAME_M) {
        raws.set(raws.size() - 1, raw);
        return;
      }
    }
    raws.add(raw);
  }

  private PathSamples resample() {
    if (raws.size() == 1) {
      throw new IllegalArgumentException("the path over " + lanes + " has no length");
    }
    double[] yaw = directions();
    double[] station = stations(yaw);
    double length = station[station.length - 1];
    int intervals = (int) Math.max(1.0, Math.ceil(length / STEP_M));
    double step = length / intervals;
    int n = intervals + 1;
    PathSamples samples = new PathSamples(
        step,
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new int[n],
        new double[lanes.size()]);
    int r = 0;
    for (int i = 0; i < n; i++) {
      double s = i * step;
      while (r + 2 < station.length && station[r + 1] < s) {
        r++;
      }
      fill(samples, i, r, (s - station[r]) / (station[r + 1] - station[r]), yaw);
    }
    bend(samples);
    for (int i = 0; i < lanes.size(); i++) {
      samples.laneStart()[i] = station[Math.min(station.length - 1, rawStart[i])];
    }
    return samples;
  }

  /** Directions without jumps of a turn; those of a lane change by central differences. */
  private double[] directions() {
    double[] yaw = new double[raws.size()];
    for (int i = 0; i < yaw.length; i++) {
      double own = raws.get(i).yaw;
      if (Double.isNaN(own)) {
        Raw before = raws.get(Math.max(0, i - 1));
        Raw after = raws.get(Math.min(yaw.length - 1, i + 1));
        own = StrictMath.atan2(after.y - before.y, after.x - before.x);
      }
      yaw[i] = i == 0 ? own : yaw[i - 1] + Angles.difference(own, yaw[i - 1]);
    }
    return yaw;
  }

  /** Arc length by chords, each lengthened as an arc of its turn would be (series to second order). */
  private double[] stations(double[] yaw) {
    double[] station = new double[raws.size()];
    for (int i = 1; i < station.length; i++) {
      double dx = raws.get(i).x - raws.get(i - 1).x;
      double dy = raws.get(i).y - raws.get(i - 1).y;
      double turn = yaw[i] - yaw[i - 1];
      double arc = Math.abs(turn) < 0.5 ? 1.0 + turn * turn / 24.0 : 1.0;
      station[i] = station[i - 1] + arc * Math.sqrt(dx * dx + dy * dy);
    }
    return station;
  }

  private void fill(PathSamples samples, int i, int r, double f, double[] yaw) {
    Raw a = raws.get(r);
    Raw b = raws.get(r + 1);
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double chord = Math.sqrt(dx * dx + dy * dy);
    double g = 1.0 - f;
    double pa = (1.0 + 2.0 * f) * g * g;
    double pb = f * f * (3.0 - 2.0 * f);
    double ta = f * g * g * chord;
    double tb = -f * f * g * chord;
    samples.x()[i] =
        pa * a.x + pb * b.x + ta * StrictMath.cos(yaw[r]) + tb * StrictMath.cos(yaw[r + 1]);
    samples.y()[i] =
        pa * a.y + pb * b.y + ta * StrictMath.sin(yaw[r]) + tb * StrictMath.sin(yaw[r + 1]);
    samples.z()[i] = a.z + f * (b.z - a.z);
    samples.yaw()[i] = yaw[r] + f * (yaw[r + 1] - yaw[r]);
    samples.cos()[i] = StrictMath.cos(samples.yaw()[i]);
    samples.sin()[i] = StrictMath.sin(samples.yaw()[i]);
    samples.leftEdge()[i] = a.left + f * (b.left - a.left);
    samples.rightEdge()[i] = a.right + f * (b.right - a.right);
    samples.laneIndex()[i] = f < 0.5 ? a.lane : b.lane;
    samples.speedLimitMps()[i] = f < 0.5 ? a.limit : b.limit;
  }

  private static void bend(PathSamples samples) {
    double[] yaw = samples.yaw();
    int last = yaw.length - 1;
    for (int i = 0; i <= last; i++) {
      int a = Math.max(0, i - 1);
      int b = Math.min(last, i + 1);
      samples.curvature()[i] = (yaw[b] - yaw[a]) / ((b - a) * samples.stepM());
    }
  }
}
