package io.camber.planning.proposal;

import io.camber.geometry.Numbers;

/**
 * How the car likes to drive.
 *
 * @param accelMps2Max comfortable acceleration
 * @param decelMps2Comfort deceleration planned for what is known early
 * @param decelMps2Max what the brakes give in an emergency
 * @param lateralMps2Max lateral acceleration in bends
 * @param timeGapSMin time gap to the leader at low speed
 * @param timeGapSMax time gap to the leader at 60 km/h and more; UN R157 asks for 1.6 s there
 * @param standstillGapM clearance behind a standing leader; UN R157 asks for 2 m
 * @param stopBeforeLineM clearance between front bumper and stop line
 * @param jerkMps3 comfortable jerk
 * @param speedMpsMax faster it never wants to drive, whatever the passenger set
 */
public record DrivingStyle(
    double accelMps2Max,
    double decelMps2Comfort,
    double decelMps2Max,
    double lateralMps2Max,
    double timeGapSMin,
    double timeGapSMax,
    double standstillGapM,
    double stopBeforeLineM,
    double jerkMps3,
    double speedMpsMax) {
  public DrivingStyle {
    Numbers.positive("accelMps2Max", accelMps2Max);
    Numbers.positive("decelMps2Comfort", decelMps2Comfort);
    Numbers.positive("decelMps2Max", decelMps2Max);
    Numbers.positive("lateralMps2Max", lateralMps2Max);
    Numbers.positive("timeGapSMin", timeGapSMin);
    Numbers.positive("timeGapSMax", timeGapSMax);
    Numbers.positive("standstillGapM", standstillGapM);
    Numbers.notNegative("stopBeforeLineM", stopBeforeLineM);
    Numbers.positive("jerkMps3", jerkMps3);
    Numbers.positive("speedMpsMax", speedMpsMax);
  }

  public static DrivingStyle comfortable() {
    return new DrivingStyle(1.5, 1.8, 8.5, 2.0, 1.2, 1.7, 3.0, 1.0, 2.0, 100.0);
  }

  /** The same with what passengers like to have a say in; at low speed the gap is never the larger one. */
  public DrivingStyle with(double timeGapS, double comfortDecelMps2, double speedCapMps) {
    return new DrivingStyle(
        accelMps2Max,
        comfortDecelMps2,
        decelMps2Max,
        lateralMps2Max,
        Math.min(timeGapSMin, timeGapS),
        timeGapS,
        standstillGapM,
        stopBeforeLineM,
        jerkMps3,
        speedCapMps);
  }

  /** Rises linearly from {@code timeGapSMin} at 2 m/s to {@code timeGapSMax} at 60 km/h. */
  double timeGapS(double speedMps) {
    double f = Math.max(0.0, Math.min(1.0, (speedMps - 2.0) / (16.67 - 2.0)));
    return timeGapSMin + f * (timeGapSMax - timeGapSMin);
  }
}
