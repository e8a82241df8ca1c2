package io.camber.map.routing;

import io.camber.geometry.Pose2;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A continuous reference line over consecutive lanes, resampled once, so that queries only interpolate. {@code s} is arc
 * length from the start of the first lane; beyond its ends the line goes on straight. A step to a neighbour lane in the list
 * is drawn as a lane change. Immutable and thread safe.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class LanePath {
  private final List<LaneSegment> lanes;

  private LanePath(List<LaneSegment> lanes) {
    this.lanes = List.copyOf(lanes);
  }

  /** The path over lanes of which each is a successor or a neighbour of the one before. */
  public static LanePath of(List<LaneSegment> lanes) {
    return new LanePath(lanes);
  }

  public List<LaneSegment> lanes() {
    return lanes;
  }

  public double lengthM() {
    throw new UnsupportedOperationException();
  }

  public Pose2 at(double s) {
    return new Pose2(xAt(s), yAt(s), yawAt(s));
  }

  public double xAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  public double yAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  public double yawAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  /** Left positive. */
  public double curvatureAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  public double elevationAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  /** Offset d of the current lane's left edge, positive. */
  public double leftEdgeAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  /** Offset d of the current lane's right edge, negative. */
  public double rightEdgeAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  public LaneSegment laneAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  /** Positive infinity where the map is silent. */
  public double speedLimitMpsAt(double s) {
    throw new UnsupportedOperationException(" " + s);
  }

  /** The nearest point of the whole path. */
  public FrenetPoint toFrenet(double x, double y) {
    throw new UnsupportedOperationException(" " + x + y);
  }

  /** The foot found by walking from {@code nearS}: cheaper, and stays on its branch where the path meets itself. */
  public FrenetPoint toFrenet(double x, double y, double nearS) {
    throw new UnsupportedOperationException(" " + x + y + nearS);
  }

  /** Pose at offset {@code d} from the path, yaw along the path. */
  public Pose2 fromFrenet(double s, double d) {
    throw new UnsupportedOperationException(" " + s + d);
  }

  /** Station of a lane position; empty when the path does not use that lane. */
  public OptionalDouble stationOf(LanePosition position) {
    throw new UnsupportedOperationException(" " + position);
  }

  /** Traffic lights, stop and yield signs along the path, each once, ordered by station. */
  public List<PathStop> stops() {
    throw new UnsupportedOperationException();
  }
}
