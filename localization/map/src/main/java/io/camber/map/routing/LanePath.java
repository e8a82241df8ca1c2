package io.camber.map.routing;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec3;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A continuous reference line over consecutive lanes, resampled once, so that queries only interpolate. {@code s} is arc
 * length from the start of the first lane; beyond its ends the line goes on straight. A step to a neighbour lane in the list
 * is drawn as a lane change. Immutable and thread safe.
 */
public final class LanePath {
  private static final int BLOCK = 8;
  private static final int NEWTON_STEPS = 30;
  private static final double STEP_MAX_M = 5.0;

  private final List<LaneSegment> lanes;
  private final PathSamples samples;
  private final List<PathStop> stops;

  private LanePath(List<LaneSegment> lanes) {
    this.lanes = List.copyOf(lanes);
    this.samples = PathSampler.sample(this.lanes);
    this.stops = PathStops.of(this);
  }

  /** The path over lanes of which each is a successor or a neighbour of the one before; IllegalArgumentException if not. */
  public static LanePath of(List<LaneSegment> lanes) {
    return new LanePath(lanes);
  }

  public List<LaneSegment> lanes() {
    return lanes;
  }

  public double lengthM() {
    return samples.lengthM();
  }

  public Pose2 at(double s) {
    return new Pose2(xAt(s), yAt(s), yawAt(s));
  }

  public double xAt(double s) {
    return samples.position(s, samples.x(), samples.cos());
  }

  public double yAt(double s) {
    return samples.position(s, samples.y(), samples.sin());
  }

  /** Direction of the path, not wrapped: continuous along s. */
  public double yawAt(double s) {
    return samples.linear(s, samples.yaw());
  }

  /** Left positive. */
  public double curvatureAt(double s) {
    return samples.linear(s, samples.curvature());
  }

  public double elevationAt(double s) {
    return samples.linear(s, samples.z());
  }

  /** Offset d of the current lane's left edge, positive. During a lane change both lanes count as current. */
  public double leftEdgeAt(double s) {
    return samples.linear(s, samples.leftEdge());
  }

  /** Offset d of the current lane's right edge, negative. */
  public double rightEdgeAt(double s) {
    return samples.linear(s, samples.rightEdge());
  }

  public LaneSegment laneAt(double s) {
    return lanes.get(samples.laneIndex()[samples.nearest(s)]);
  }

  /** Positive infinity where the map is silent. */
  public double speedLimitMpsAt(double s) {
    return samples.speedLimitMps()[samples.nearest(s)];
  }

  /** The nearest point of the whole path. */
  public FrenetPoint toFrenet(double x, double y) {
    return refine(x, y, samples.stepM() * nearestSample(x, y));
  }

  /** The foot found by walking from {@code nearS}: cheaper, and stays on its branch where the path meets itself. */
  public FrenetPoint toFrenet(double x, double y, double nearS) {
    int i = samples.nearest(nearS);
    double here = squaredDistance(i, x, y);
    int direction = i + 1 < samples.count() && squaredDistance(i + 1, x, y) < here ? 1 : -1;
    while (i + direction >= 0
        && i + direction < samples.count()
        && squaredDistance(i + direction, x, y) < here) {
      i += direction;
      here = squaredDistance(i, x, y);
    }
    return refine(x, y, samples.stepM() * i);
  }

  /**
   * Skips blocks of samples that cannot hold the nearest one: no sample is further from its block's middle than half of it, and
   * none need be further than the nearest middle.
   */
  private int nearestSample(double x, double y) {
    int count = samples.count();
    double nearest = Double.POSITIVE_INFINITY;
    for (int start = 0; start < count; start += BLOCK) {
      nearest = Math.min(nearest, squaredDistance(middle(start, count), x, y));
    }
    double reach = Math.sqrt(nearest) + 0.5 * BLOCK * samples.stepM() + 0.5;
    double best = Double.POSITIVE_INFINITY;
    int found = 0;
    for (int start = 0; start < count; start += BLOCK) {
      if (squaredDistance(middle(start, count), x, y) > reach * reach) {
        continue;
      }
      int end = Math.min(count, start + BLOCK);
      for (int i = start; i < end; i++) {
        double squared = squaredDistance(i, x, y);
        if (squared < best) {
          best = squared;
          found = i;
        }
      }
    }
    return found;
  }

  private static int middle(int start, int count) {
    return start + (Math.min(count, start + BLOCK) - start) / 2;
  }

  private double squaredDistance(int i, double x, double y) {
    double dx = x - samples.x()[i];
    double dy = y - samples.y()[i];
    return dx * dx + dy * dy;
  }

  private FrenetPoint refine(double x, double y, double guess) {
    double s = guess;
    double left = 0.0;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double dx = x - xAt(s);
      double dy = y - yAt(s);
      double c = samples.cosAt(s);
      double n = samples.sinAt(s);
      double ahead = dx * c + dy * n;
      left = dy * c - dx * n;
      if (Math.abs(ahead) < 1e-10) {
        break;
      }
      double narrowing = Math.max(0.2, 1.0 - curvatureAt(s) * left);
      s += Math.max(-STEP_MAX_M, Math.min(STEP_MAX_M, ahead / narrowing));
    }
    return new FrenetPoint(s, left);
  }

  /** Pose at offset {@code d} from the path, yaw along the path. */
  public Pose2 fromFrenet(double s, double d) {
    return new Pose2(xAt(s) - d * samples.sinAt(s), yAt(s) + d * samples.cosAt(s), yawAt(s));
  }

  /** Station of a lane position; empty when the path does not use that lane. */
  public OptionalDouble stationOf(LanePosition position) {
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i).id().equals(position.lane().id())) {
        return OptionalDouble.of(stationOf(i, position.s()));
      }
    }
    return OptionalDouble.empty();
  }

  /** Station on the path at station {@code s} of its lane number {@code laneIndex}. */
  double stationOf(int laneIndex, double s) {
    Vec3 point = lanes.get(laneIndex).pointAt(s, 0.0);
    double near = samples.laneStart()[laneIndex] + s;
    return toFrenet(point.x(), point.y(), near).s();
  }

  /** Traffic lights, stop and yield signs along the path, each once, ordered by station. */
  public List<PathStop> stops() {
    return stops;
  }
}
