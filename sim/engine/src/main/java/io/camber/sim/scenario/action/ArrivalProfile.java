package io.camber.sim.scenario.action;

import io.camber.sim.scenario.entity.Motion;

/**
 * The speed profile of a synchronisation, recomputed each step from what is left of way s and time t, with current speed v0
 * and final speed v1. Either both meet on one ramp (v0 = 2 s / t - v1), or the entity first speeds up (convex) or slows down
 * (concave) until they do; when slowing down would mean driving backwards it stops and waits. The apex speed vx of two ramps
 * of equal and opposite slope solves (vx - v0) / x = (vx - v1) / (t - x). The same cases as esmini.
 */
final class ArrivalProfile {
  /** Time to arrival of somebody who does not move. */
  static final double NEVER_S = 1e10;

  private static final double TOLERANCE = 1e-6;
  private static final double ON_RAMP_MPS = 0.1;
  private static final double EMERGENCY_MPS2 = -8.0;

  /** What the entity is about. */
  private enum Phase {
    UNDECIDED,
    CONVEX,
    CONCAVE,
    RAMP,
    STOPPING,
    STOPPED,
    WAITING,
    STEADY
  }

  private final Motion motion;
  private Phase phase = Phase.UNDECIDED;

  ArrivalProfile(Motion motion) {
    this.motion = motion;
  }

  /** The other entity does not move: wait for it. */
  void waitForMaster() {
    if (phase != Phase.WAITING) {
      phase = Phase.WAITING;
      motion.setSpeedMps(0.0);
    }
  }

  boolean isSteady() {
    return phase == Phase.STEADY;
  }

  void keepSteady(double speedMps) {
    phase = Phase.STEADY;
    motion.setSpeedMps(speedMps);
  }

  /** Without a final speed: one ramp to the place. */
  void constantAcceleration(double wayM, double timeS, double dtS) {
    if (timeS >= NEVER_S) {
      motion.setSpeedMps(motion.speedMps());
      return;
    }
    double last = 2.0 * wayM / timeS - motion.speedMps();
    motion.setSpeedMps(motion.speedMps() + (last - motion.speedMps()) / timeS * dtS);
  }

  void step(double s, double t, double v1, double dtS) {
    if (phase == Phase.WAITING) {
      if (t >= NEVER_S) {
        return;
      }
      phase = Phase.UNDECIDED;
    }
    if (phase == Phase.STOPPING) {
      stop(dtS);
      return;
    }
    if (phase == Phase.STOPPED) {
      if (t >= 2.0 * s / v1) {
        motion.setSpeedMps(0.0);
        return;
      }
      phase = Phase.RAMP;
    }
    if (phase == Phase.RAMP) {
      motion.setSpeedMps(Math.max(0.0, rampSpeed(s, t, Math.max(0.0, v1))));
      return;
    }
    if (phase != Phase.UNDECIDED
        && Math.abs(motion.speedMps() - (2.0 * s / t - v1)) < ON_RAMP_MPS) {
      phase = Phase.RAMP;
      return;
    }
    if (phase == Phase.UNDECIDED) {
      phase = (v1 + motion.speedMps()) / 2.0 < s / t ? Phase.CONVEX : Phase.CONCAVE;
    }
    twoRamps(s, t, v1, dtS);
  }

  private static double rampSpeed(double s, double t, double v1) {
    return t < 1e-3 || s < 1e-3 ? 0.0 : 2.0 * s / t - v1;
  }

  private void stop(double dtS) {
    double speed = motion.speedMps() + EMERGENCY_MPS2 * dtS;
    if (speed < 0.0) {
      speed = 0.0;
      phase = Phase.WAITING;
    }
    motion.setSpeedMps(speed);
  }

  private void twoRamps(double s, double t, double v1, double dtS) {
    double v0 = (motion.speedMps() < 0.0 ? -1.0 : 1.0) * Math.abs(motion.velocityAlongRoad());
    double vx = 0.0;
    double accel = 0.0;
    if (Math.abs(v1 - v0) < TOLERANCE) {
      vx = 2.0 * s / t - v0;
      accel = (vx - v0) / (t / 2.0);
    } else {
      double root = Math.sqrt(
          Math.max(0.0, 4.0 * s * s - 4.0 * (v1 + v0) * t * s + 2.0 * (v1 * v1 + v0 * v0) * t * t));
      double x1 = -(root + 2.0 * s - 2.0 * v1 * t) / (2.0 * (v1 - v0));
      double x2 = -(-root + 2.0 * s - 2.0 * v1 * t) / (2.0 * (v1 - v0));
      if (x1 > 0.0 && x1 < t) {
        vx = (2.0 * s - root) / (2.0 * t);
        accel = (vx - v0) / x1;
      } else if (x2 > 0.0 && x2 < t) {
        vx = (2.0 * s + root) / (2.0 * t);
        accel = (vx - v0) / x2;
      }
    }
    if ((phase == Phase.CONCAVE && accel > 0.0) || (phase == Phase.CONVEX && accel < 0.0)) {
      phase = Phase.RAMP;
      accel = 0.0;
    } else if (vx < 0.0 && halt(s, v0, v1, dtS)) {
      return;
    } else if (vx < 0.0) {
      accel = haltAccel;
    }
    motion.setSpeedMps(motion.speedMps() + accel * dtS);
  }

  private double haltAccel;

  /** Way and time ask for a stop on the way. True when it has been reached. */
  private boolean halt(double s, double v0, double v1, double dtS) {
    double stopTime = 2.0 * v0 * s / (v0 * v0 + v1 * v1);
    haltAccel = Math.abs(stopTime) > TOLERANCE ? -v0 / stopTime : 0.0;
    if (stopTime * v0 / 2.0 > s / 2.0) {
      haltAccel = EMERGENCY_MPS2;
      phase = Phase.STOPPING;
    }
    if (v0 + haltAccel * dtS < 0.0) {
      motion.setSpeedMps(0.0);
      phase = Phase.STOPPED;
      return true;
    }
    return false;
  }
}
