package io.camber.sim.scenario.trajectory;

import io.camber.geometry.Angles;
import java.util.List;

/**
 * A chain of straight segments with heading, time and speed at its corners. Immutable.
 *
 * <p>Times and headings belong to the corners; {@link Turning} says how the heading goes from one to the next.
 */
public final class TrajectoryLine {
  /** Where a body turns that follows the line. */
  public enum Turning {
    /** Evenly over each segment. */
    EVEN,
    /** Within 2 m of the corners. */
    AT_CORNERS,
    /** At once in the corners. */
    AT_ONCE
  }

  private static final double TOLERANCE = 1e-6;
  private static final double CORNER_M = 2.0;

  private final double[] s;
  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] yaw;
  private final double[] lineYaw;
  private final double[] time;
  private final double[] speed;
  private final double[] accel;
  private final boolean[] hasYaw;
  private final boolean[] hasZ;
  private final Turning turning;

  /**
   * @param stations arc length of each corner along the true curve, or empty to sum the chords
   */
  TrajectoryLine(List<Vertex> corners, double[] stations, Turning turning) {
    int n = corners.size();
    s = new double[n];
    x = new double[n];
    y = new double[n];
    z = new double[n];
    yaw = new double[n];
    lineYaw = new double[n];
    time = new double[n];
    speed = new double[n];
    accel = new double[n];
    hasYaw = new boolean[n];
    hasZ = new boolean[n];
    this.turning = turning;
    for (int i = 0; i < n; i++) {
      Vertex corner = corners.get(i);
      x[i] = corner.x();
      y[i] = corner.y();
      z[i] = corner.z();
      yaw[i] = corner.yaw();
      hasYaw[i] = corner.hasYaw();
      hasZ[i] = corner.hasZ();
      time[i] = corner.timeS();
      double chord = i == 0 ? 0.0 : StrictMath.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
      s[i] = stations.length > 0 ? stations[i] : i == 0 ? 0.0 : s[i - 1] + chord;
    }
    setLineYaw();
  }

  private void setLineYaw() {
    double current = yaw.length > 0 && hasYaw[0] ? yaw[0] : 0.0;
    for (int i = 0; i + 1 < s.length; i++) {
      if (s[i + 1] - s[i] > TOLERANCE) {
        current = direction(i);
        break;
      }
    }
    for (int i = 0; i < s.length; i++) {
      lineYaw[i] = current;
      if (!hasYaw[i]) {
        yaw[i] = current;
      }
      if (i + 2 < s.length && s[i + 2] - s[i + 1] > TOLERANCE) {
        current = direction(i + 1);
      }
    }
  }

  private double direction(int i) {
    return StrictMath.atan2(y[i + 1] - y[i], x[i + 1] - x[i]);
  }

  /** Takes the corners' headings for those of the line: they say nothing of the body. */
  TrajectoryLine withYawOfLine() {
    for (int i = 0; i < s.length; i++) {
      lineYaw[i] = yaw[i];
      hasYaw[i] = false;
    }
    return this;
  }

  /** Speeds that are constant between corners. */
  TrajectoryLine withSteadySpeeds() {
    for (int i = 0; i + 1 < s.length; i++) {
      double dt = time[i + 1] - time[i];
      speed[i] = dt > TOLERANCE ? (s[i + 1] - s[i]) / dt : 0.0;
    }
    if (s.length > 1) {
      speed[s.length - 1] = speed[s.length - 2];
    }
    return this;
  }

  /** Speeds that change evenly between corners, starting from {@code initialSpeedMps}, so that times are met. */
  TrajectoryLine withEvenAcceleration(double initialSpeedMps) {
    double current = initialSpeedMps;
    speed[0] = current;
    for (int i = 1; i < s.length; i++) {
      double ds = s[i] - s[i - 1];
      double dt = time[i] - time[i - 1];
      double a = 0.0;
      if (Math.abs(ds) <= TOLERANCE) {
        current = 0.0;
      } else {
        a = 2.0 * (ds - current * dt) / (dt * dt);
        if (current + a * dt < 0.0 != current < 0.0) {
          // more time than an even slow-down to standstill needs: arrive early
          a = -current * current / (2.0 * ds);
          current = 0.0;
        } else {
          current += a * dt;
        }
      }
      accel[i - 1] = a;
      speed[i] = current;
    }
    return this;
  }

  public double lengthM() {
    return s[s.length - 1];
  }

  public boolean hasTimes() {
    for (double value : time) {
      if (Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  public double startTimeS() {
    return time[0];
  }

  public double endTimeS() {
    return time[time.length - 1];
  }

  /** Station that the times of the line give for {@code atTimeS}. */
  public double stationAtTime(double atTimeS) {
    int last = s.length - 1;
    if (atTimeS > time[last]) {
      return s[last];
    }
    int i = 0;
    while (i < last && time[i + 1] < atTimeS) {
      i++;
    }
    double dt = Math.max(0.0, atTimeS - time[i]);
    if (accel[i] < 0.0) {
      dt = Math.min(dt, -speed[i] / accel[i]);
    }
    return s[i] + dt * speed[i] + 0.5 * accel[i] * dt * dt;
  }

  /** Reads the pose at a station; outside the line the nearest end. */
  public void at(double station, TrajectoryPose pose) {
    int last = s.length - 1;
    if (station > s[last] - TOLERANCE) {
      corner(last, pose);
      pose.s = s[last];
      return;
    }
    int i = segment(station);
    double length = Math.max(s[i + 1] - s[i], TOLERANCE);
    double local = Math.max(0.0, Math.min(length, station - s[i]));
    double a = local / length;
    corner(i, pose);
    pose.s = s[i] + local;
    pose.x = x[i] + a * (x[i + 1] - x[i]);
    pose.y = y[i] + a * (y[i + 1] - y[i]);
    pose.z = z[i] + a * (z[i + 1] - z[i]);
    pose.hasZ = hasZ[i] || hasZ[i + 1];
    pose.speedMps = speed[i] + a * (speed[i + 1] - speed[i]);
    pose.yaw = switch (turning) {
      case EVEN -> Angles.interpolate(yaw[i], yaw[i + 1], a);
      case AT_CORNERS -> cornerYaw(i, local, length);
      case AT_ONCE -> yaw[i];
    };
  }

  /** The first segment that does not end before the station. */
  private int segment(double station) {
    int low = 0;
    int high = Math.max(0, s.length - 2);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (station > s[middle + 1] + TOLERANCE) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double cornerYaw(int i, double local, double length) {
    double radius = Math.min(CORNER_M, length / 2.0);
    if (local < radius) {
      return i == 0
          ? yaw[0]
          : Angles.interpolate(yaw[i - 1], yaw[i], (radius + local) / (2.0 * radius));
    }
    if (local > length - radius) {
      double left = length - local;
      double share = i < s.length - 2 ? (radius + left) / (2.0 * radius) : left / radius;
      return Angles.interpolate(yaw[i], yaw[i + 1], 1.0 - share);
    }
    return yaw[i];
  }

  private void corner(int i, TrajectoryPose pose) {
    pose.s = s[i];
    pose.x = x[i];
    pose.y = y[i];
    pose.z = z[i];
    pose.yaw = yaw[i];
    pose.lineYaw = lineYaw[i];
    pose.speedMps = speed[i];
    pose.hasYaw = hasYaw[i];
    pose.hasZ = hasZ[i];
  }

  /** Station of the point of the line nearest to a place. */
  public double nearestStation(double px, double py) {
    double best = 0.0;
    double bestDistance = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < s.length; i++) {
      double dx = x[i + 1] - x[i];
      double dy = y[i + 1] - y[i];
      double square = dx * dx + dy * dy;
      double a = square < 1e-18 ? 0.0 : ((px - x[i]) * dx + (py - y[i]) * dy) / square;
      a = Math.max(0.0, Math.min(1.0, a));
      double distance = StrictMath.hypot(px - x[i] - a * dx, py - y[i] - a * dy);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = s[i] + a * (s[i + 1] - s[i]);
      }
    }
    return best;
  }
}
