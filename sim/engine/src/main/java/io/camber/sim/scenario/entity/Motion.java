package io.camber.sim.scenario.entity;

import io.camber.geometry.Angles;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.trajectory.TrajectoryRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity is and how it moves. Actions write place and speed during a step; {@link #settle} derives velocity,
 * acceleration and yaw rate from what changed.
 */
public final class Motion {
  private static final double TOLERANCE = 1e-6;

  private final RoadCursor cursor;
  private @Nullable TrajectoryRun trajectory;
  private double speedMps;
  private double velocityX;
  private double velocityY;
  private double velocityZ;
  private double accelX;
  private double accelY;
  private double yawRateRadps;
  private double wheelAngle;
  private double odometerM;
  private double lastX;
  private double lastY;
  private double lastZ;
  private double lastYaw;
  private boolean moved;
  private boolean speedGiven;
  private boolean teleported;
  private boolean reported;

  public Motion(RoadCursor cursor) {
    this.cursor = cursor;
  }

  /** Takes over place, speed and derivatives of another motion; the route and trajectory stay. */
  public void set(Motion other) {
    cursor.set(other.cursor);
    speedMps = other.speedMps;
    velocityX = other.velocityX;
    velocityY = other.velocityY;
    velocityZ = other.velocityZ;
    accelX = other.accelX;
    accelY = other.accelY;
    yawRateRadps = other.yawRateRadps;
    wheelAngle = other.wheelAngle;
    odometerM = other.odometerM;
    remember();
  }

  public RoadCursor cursor() {
    return cursor;
  }

  public Optional<TrajectoryRun> trajectory() {
    return Optional.ofNullable(trajectory);
  }

  public void setTrajectory(@Nullable TrajectoryRun run) {
    trajectory = run;
  }

  public double speedMps() {
    return speedMps;
  }

  /** Sets the signed speed along the body for this step. */
  public void setSpeedMps(double speed) {
    speedMps = speed;
    speedGiven = true;
  }

  /** An action has moved the body in this step: the default motion must not do so too. */
  public void claimMotion() {
    moved = true;
    speedGiven = true;
  }

  public boolean isMoved() {
    return moved;
  }

  /** The body was put somewhere else: that is no driving. */
  public void markTeleported() {
    teleported = true;
    moved = true;
    speedGiven = true;
  }

  public double velocityX() {
    return velocityX;
  }

  public double velocityY() {
    return velocityY;
  }

  public double velocityZ() {
    return velocityZ;
  }

  /** Velocity along the body's axis. */
  public double velocityLong() {
    return velocityX * StrictMath.cos(cursor.yaw()) + velocityY * StrictMath.sin(cursor.yaw());
  }

  /** Velocity to the body's left. */
  public double velocityLat() {
    return -velocityX * StrictMath.sin(cursor.yaw()) + velocityY * StrictMath.cos(cursor.yaw());
  }

  /** Velocity along increasing s of the road. */
  public double velocityAlongRoad() {
    return velocityX * StrictMath.cos(cursor.roadYaw())
        + velocityY * StrictMath.sin(cursor.roadYaw());
  }

  /** Velocity to the left of increasing s of the road. */
  public double velocityAcrossRoad() {
    return -velocityX * StrictMath.sin(cursor.roadYaw())
        + velocityY * StrictMath.cos(cursor.roadYaw());
  }

  /** True when both components of the acceleration are zero, and no minus zero. */
  boolean isUnaccelerated() {
    return (Double.doubleToRawLongBits(accelX) | Double.doubleToRawLongBits(accelY)) == 0L;
  }

  public double accelLong() {
    return accelX * StrictMath.cos(cursor.yaw()) + accelY * StrictMath.sin(cursor.yaw());
  }

  public double accelLat() {
    return -accelX * StrictMath.sin(cursor.yaw()) + accelY * StrictMath.cos(cursor.yaw());
  }

  public double accelTotal() {
    return StrictMath.hypot(accelX, accelY);
  }

  public double yawRateRadps() {
    return yawRateRadps;
  }

  public double wheelAngle() {
    return wheelAngle;
  }

  /** Distance travelled since the start. */
  public double odometerM() {
    return odometerM;
  }

  /** Starts anew from the current pose: velocity from speed and heading, no acceleration. */
  public void start() {
    velocityX = speedMps * StrictMath.cos(cursor.yaw());
    velocityY = speedMps * StrictMath.sin(cursor.yaw());
    velocityZ = 0.0;
    accelX = 0.0;
    accelY = 0.0;
    remember();
    clearMarks();
  }

  /** Derives velocity, acceleration and wheel angle from the step's change of pose, unless they were told. */
  public void settle(double dtS, double wheelbaseM) {
    if (reported) {
      remember();
      clearMarks();
      return;
    }
    double dx = cursor.x() - lastX;
    double dy = cursor.y() - lastY;
    double vx = dx / dtS;
    double vy = dy / dtS;
    double vz = (cursor.z() - lastZ) / dtS;
    if (teleported) {
      vx = speedMps * StrictMath.cos(cursor.yaw());
      vy = speedMps * StrictMath.sin(cursor.yaw());
      vz = 0.0;
    }
    if (!speedGiven) {
      speedMps = StrictMath.hypot(vx, vy);
    }
    accelX = (vx - velocityX) / dtS;
    accelY = (vy - velocityY) / dtS;
    velocityX = vx;
    velocityY = vy;
    velocityZ = vz;
    yawRateRadps = Angles.difference(cursor.yaw(), lastYaw) / dtS;
    if (yawRateRadps == 0.0) {
      wheelAngle = Math.abs(speedMps) > TOLERANCE ? 0.0 : wheelAngle;
    } else if (Math.abs(speedMps) > TOLERANCE) {
      double angle = StrictMath.atan2(yawRateRadps * wheelbaseM, Math.abs(speedMps));
      wheelAngle = speedMps < 0.0 ? -angle : angle;
    }
    if (!teleported) {
      odometerM += Math.sqrt(dx * dx + dy * dy);
    }
    remember();
    clearMarks();
  }

  /** State that somebody else measured: nothing is derived but the distance travelled. */
  public void report(double speed, double accelAlong, double yawRate, double wheel) {
    odometerM += StrictMath.hypot(cursor.x() - lastX, cursor.y() - lastY);
    speedMps = speed;
    double c = StrictMath.cos(cursor.yaw());
    double n = StrictMath.sin(cursor.yaw());
    velocityX = speed * c;
    velocityY = speed * n;
    velocityZ = 0.0;
    accelX = accelAlong * c - speed * yawRate * n;
    accelY = accelAlong * n + speed * yawRate * c;
    yawRateRadps = yawRate;
    wheelAngle = wheel;
    remember();
    clearMarks();
    reported = true;
  }

  private void remember() {
    lastX = cursor.x();
    lastY = cursor.y();
    lastZ = cursor.z();
    lastYaw = cursor.yaw();
  }

  private void clearMarks() {
    moved = false;
    speedGiven = false;
    teleported = false;
    reported = false;
  }
}
