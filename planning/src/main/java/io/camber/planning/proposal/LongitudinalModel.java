package io.camber.planning.proposal;

import io.camber.planning.forecast.PlanGrid;
import java.util.List;

/** Rolls a motion along a path forward: jerk-limited, towards a share of the envelope, behind leaders, short of stops. */
final class LongitudinalModel {
  /** Time constant of the speed loop; also how far ahead it looks at the envelope. */
  private static final double SPEED_TAU_S = 0.9;

  /** Speeding up waits until this short before the envelope allows it: the steering unwinds late. */
  private static final double SPEEDING_UP_S = 0.2;

  /** Braking for the envelope alone never gets harder than this. */
  private static final double ENVELOPE_DECEL_MPS2 = 3.0;

  private static final double DT = PlanGrid.STEP_S;

  private final DrivingStyle style;
  private final FollowingModel following;

  LongitudinalModel(DrivingStyle style) {
    this.style = style;
    this.following = new FollowingModel(style);
  }

  /**
   * Follows the policy.
   *
   * @param share of the envelope to drive at, 0 to 1
   * @param stops arc lengths at which {@code base_link} must stand at the latest
   * @param frontM from {@code base_link} to the front bumper
   */
  Profile drive(
      StartState start,
      SpeedEnvelope envelope,
      double share,
      List<Conflict> heeded,
      double[] stops,
      double frontM) {
    Profile profile = new Profile();
    double arc = 0.0;
    double v = start.speedMps();
    double a = start.accelMps2();
    int cell = 0;
    profile.set(0, arc, v, a);
    for (int k = 1; k < PlanGrid.COUNT; k++) {
      cell = envelope.cell(arc, cell);
      double near = envelope.at(arc + v * SPEEDING_UP_S, cell);
      double target = share * Math.min(near, envelope.at(arc + v * SPEED_TAU_S, cell));
      double wish = Math.max(
          -ENVELOPE_DECEL_MPS2, Math.min(style.accelMps2Max(), (target - v) / SPEED_TAU_S));
      for (Conflict conflict : heeded) {
        wish = Math.min(wish, heed(conflict, k - 1, arc, v, frontM));
      }
      for (double stop : stops) {
        wish = Math.min(wish, following.stopMps2(stop - arc, v));
      }
      a = approach(a, Math.max(-style.decelMps2Max(), wish));
      if (v + a * DT <= 0.02 && wish <= 0.05) {
        double rest = a < -0.01 ? Math.min(DT, -v / a) : 0.0;
        arc += Math.max(0.0, 0.5 * v * rest);
        v = 0.0;
        a = 0.0;
      } else {
        arc += Math.max(0.0, v * DT + 0.5 * a * DT * DT);
        v = Math.max(0.0, v + a * DT);
      }
      profile.set(k, arc, v, a);
    }
    return profile;
  }

  /** Brakes at a constant rate to standstill. */
  Profile brake(StartState start, double decelMps2, double jerkMps3) {
    Profile profile = new Profile();
    double arc = 0.0;
    double v = start.speedMps();
    double a = start.accelMps2();
    profile.set(0, arc, v, a);
    for (int k = 1; k < PlanGrid.COUNT; k++) {
      a = a > -decelMps2
          ? Math.max(-decelMps2, a - jerkMps3 * DT)
          : Math.min(-decelMps2, a + jerkMps3 * DT);
      if (v + a * DT <= 0.02) {
        double rest = a < -0.01 ? Math.min(DT, v / -a) : 0.0;
        arc += Math.max(0.0, 0.5 * v * rest);
        v = 0.0;
        a = 0.0;
      } else {
        arc += Math.max(0.0, v * DT + 0.5 * a * DT * DT);
        v += a * DT;
      }
      profile.set(k, arc, v, a);
    }
    return profile;
  }

  private double heed(Conflict conflict, int k, double arc, double v, double frontM) {
    if (!conflict.isHeededAt(k) || conflict.center(k) < arc + 0.4 * frontM) {
      return Double.POSITIVE_INFINITY;
    }
    return switch (conflict.kind()) {
      case LEADER -> behindLeader(conflict, k, arc, v, frontM);
      case CROSSING -> {
        double room = conflict.stripStart() - arc - frontM - crossingRoomM(conflict);
        yield room < -frontM ? Double.POSITIVE_INFINITY : following.stopMps2(room, v);
      }
      case ONCOMING -> {
        double room = conflict.rear(k) - arc - frontM - style.standstillGapM();
        yield conflict.isInAt(k) ? following.stopMps2(0.5 * Math.max(0.0, room), v) : 0.0;
      }
    };
  }

  private double behindLeader(Conflict conflict, int k, double arc, double v, double frontM) {
    double gap = conflict.rear(k) - arc - frontM;
    double leader = Math.max(0.0, conflict.mode().alongMps(k));
    if (leader < 0.3 && conflict.mode().speedMps(Math.min(PlanGrid.COUNT - 1, k + 20)) < 0.3) {
      return Math.min(
          following.stopMps2(gap - style.standstillGapM(), v),
          gap < 1.0 && v > 0.5 ? -style.decelMps2Max() : Double.POSITIVE_INFINITY);
    }
    int next = Math.min(PlanGrid.COUNT - 1, k + 5);
    double leaderAccel = next > k
        ? (conflict.mode().alongMps(next) - conflict.mode().alongMps(k)) / ((next - k) * DT)
        : 0.0;
    double wish = following.accelMps2(gap, v, leader, Math.max(-8.0, Math.min(1.0, leaderAccel)));
    if (conflict.isInAt(k) || gap > 0.3 * v) {
      return wish;
    }
    // Still in its own lane and nearly abreast: make room without drama until it is really coming.
    double urgency = Math.max(0.0, 1.0 - (conflict.enters() - k) * DT / 2.0);
    return Math.max(wish, -1.5 - 4.0 * urgency);
  }

  private double crossingRoomM(Conflict conflict) {
    return conflict.mode().isVulnerable() ? 2.8 : 2.0;
  }

  private double approach(double accel, double wish) {
    double change = wish - accel;
    double jerk = style.jerkMps3();
    if (change < 0.0) {
      if (wish < -4.5) {
        jerk = 30.0;
      } else if (wish < -2.5) {
        jerk = 8.0;
      }
    } else if (accel < -2.5) {
      jerk = 6.0;
    } else if (accel < -0.5) {
      jerk = 3.0;
    }
    return accel + Math.max(-jerk * DT, Math.min(jerk * DT, change));
  }
}
