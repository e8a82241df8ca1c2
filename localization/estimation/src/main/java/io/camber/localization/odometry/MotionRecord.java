package io.camber.localization.odometry;

import io.camber.geometry.Pose2;
import io.camber.sensing.ImuSample;
import io.camber.sensing.WheelSpeeds;
import java.util.Arrays;

/**
 * What gyro and wheels measured, on the times of the gyro: yaw rate, speed of the rear axle, and both integrated. Raw: no bias, no
 * scale is taken out. Between samples it is linear.
 */
public final class MotionRecord {
  private static final double NS = 1e-9;

  /** Longer gaps between samples are not bridged. */
  private static final long GAP_NS_MAX = 200_000_000L;

  private long[] timeNs = new long[1024];
  private double[] yawRate = new double[1024];
  private double[] speed = new double[1024];
  private double[] yaw = new double[1024];
  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private int size;
  private long wheelsNs = Long.MIN_VALUE;
  private double wheelsMps;

  public void add(WheelSpeeds speeds) {
    if (Double.isFinite(speeds.rearMps())) {
      wheelsNs = speeds.timeNs();
      wheelsMps = speeds.rearMps();
    }
  }

  /** Samples before the first wheel speeds, or out of order, are left out. */
  public void add(ImuSample sample) {
    double rate = sample.angularRateRadps().z();
    boolean isLater = size == 0 || sample.timeNs() > timeNs[size - 1];
    if (!Double.isFinite(rate)
        || !isLater
        || sample.timeNs() - wheelsNs > GAP_NS_MAX
        || wheelsNs == Long.MIN_VALUE) {
      return;
    }
    if (size == timeNs.length) {
      grow();
    }
    timeNs[size] = sample.timeNs();
    yawRate[size] = rate;
    speed[size] = wheelsMps;
    if (size > 0) {
      integrate();
    }
    size++;
  }

  private void integrate() {
    int before = size - 1;
    double stepS = (timeNs[size] - timeNs[before]) * NS;
    double turn = 0.5 * (yawRate[before] + yawRate[size]) * stepS;
    double way = 0.5 * (speed[before] + speed[size]) * stepS;
    double middle = yaw[before] + 0.5 * turn;
    yaw[size] = yaw[before] + turn;
    x[size] = x[before] + way * StrictMath.cos(middle);
    y[size] = y[before] + way * StrictMath.sin(middle);
  }

  private void grow() {
    int capacity = 2 * size;
    timeNs = Arrays.copyOf(timeNs, capacity);
    yawRate = Arrays.copyOf(yawRate, capacity);
    speed = Arrays.copyOf(speed, capacity);
    yaw = Arrays.copyOf(yaw, capacity);
    x = Arrays.copyOf(x, capacity);
    y = Arrays.copyOf(y, capacity);
  }

  public int size() {
    return size;
  }

  public long timeNs(int i) {
    return timeNs[i];
  }

  public double yawRateRadps(int i) {
    return yawRate[i];
  }

  public double speedMps(int i) {
    return speed[i];
  }

  /** True when samples without a gap reach over all of this stretch. */
  public boolean covers(long fromNs, long toNs) {
    if (size < 2 || fromNs < timeNs[0] || toNs > timeNs[size - 1]) {
      return false;
    }
    for (int i = floor(fromNs); i < size - 1 && timeNs[i] < toNs; i++) {
      if (timeNs[i + 1] - timeNs[i] > GAP_NS_MAX) {
        return false;
      }
    }
    return true;
  }

  /** Index of the last sample that is not later; within the record. */
  int floor(long when) {
    int at = Arrays.binarySearch(timeNs, 0, size, when);
    int below = at >= 0 ? at : -at - 2;
    return Math.max(0, Math.min(size - 2, below));
  }

  public double yawAt(long when) {
    return between(yaw, when);
  }

  public double yawRateAt(long when) {
    return between(yawRate, when);
  }

  public double speedAt(long when) {
    return between(speed, when);
  }

  public Pose2 poseAt(long when) {
    return new Pose2(between(x, when), between(y, when), between(yaw, when));
  }

  private double between(double[] values, long when) {
    int i = floor(when);
    double share = (when - timeNs[i]) / (double) (timeNs[i + 1] - timeNs[i]);
    return values[i] + share * (values[i + 1] - values[i]);
  }
}
