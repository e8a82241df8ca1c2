package io.camber.map.road;

import io.camber.geometry.Pose3;
import java.util.Optional;

/** A road of the network. {@code s} runs along its reference line from 0 to {@link #lengthM()}, {@code t} is left positive. */
@SuppressWarnings("DoNotCallSuggester")
public final class Road {
  private final String id;

  Road(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public String name() {
    throw new UnsupportedOperationException(id);
  }

  public double lengthM() {
    throw new UnsupportedOperationException(id);
  }

  /** The junction whose connecting road this is. */
  public Optional<String> junctionId() {
    throw new UnsupportedOperationException(id);
  }

  public boolean isLeftHandTraffic() {
    throw new UnsupportedOperationException(id);
  }

  /** Pose at (s, t) on the road surface; yaw along increasing s, pitch and roll of the surface. */
  public Pose3 poseAt(double s, double t) {
    throw new UnsupportedOperationException(id + s + t);
  }

  /** Curvature of the reference line, left positive. */
  public double curvatureAt(double s) {
    throw new UnsupportedOperationException(id + s);
  }
}
