package io.camber.sim.dynamics;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * Masses and lengths of the simulated car.
 *
 * @param yawInertiaKgM2 about the vertical axis through the centre of gravity
 * @param frontAxleM from the centre of gravity forward to the front axle
 * @param rearAxleM from the centre of gravity back to the rear axle
 * @param gravityCenterM height of the centre of gravity; moves load between the axles
 * @param dragAreaM2 drag coefficient times frontal area
 * @param rollingCoefficient rolling resistance over weight
 * @param rollPerMps2 steady body roll per lateral acceleration, rad s2/m, leaning outwards
 * @param pitchPerMps2 steady body pitch per braking deceleration, rad s2/m, nose down
 * @param bodyLagS time constant with which roll and pitch follow
 */
public record ChassisConfig(
    double massKg,
    double yawInertiaKgM2,
    double frontAxleM,
    double rearAxleM,
    double gravityCenterM,
    double dragAreaM2,
    double rollingCoefficient,
    double rollPerMps2,
    double pitchPerMps2,
    double bodyLagS) {

  /** Front axle load share of a front-engined car at rest. */
  private static final double FRONT_SHARE = 0.53;

  /** Height of the centre of gravity over wheelbase: 0.55 m at 2.8 m. */
  private static final double HEIGHT_OVER_WHEELBASE = 0.197;

  /** Roll 4 deg and pitch 1.5 deg per g are those of a comfortably sprung family car. */
  private static final double ROLL_PER_MPS2 = 0.0071;

  private static final double PITCH_PER_MPS2 = 0.0027;

  public ChassisConfig {
    positive("massKg", massKg);
    positive("yawInertiaKgM2", yawInertiaKgM2);
    positive("frontAxleM", frontAxleM);
    positive("rearAxleM", rearAxleM);
    notNegative("gravityCenterM", gravityCenterM);
    notNegative("dragAreaM2", dragAreaM2);
    notNegative("rollingCoefficient", rollingCoefficient);
    notNegative("rollPerMps2", rollPerMps2);
    notNegative("pitchPerMps2", pitchPerMps2);
    positive("bodyLagS", bodyLagS);
  }

  /**
   * A car of ordinary proportions. The yaw inertia is {@code m a b}, which makes the dynamic index one, the usual
   * first estimate; drag 0.30 on 85 % of the frontal rectangle; rolling resistance 0.012 on asphalt.
   */
  public static ChassisConfig ofProportions(
      double massKg, double wheelbaseM, double widthM, double heightM) {
    double rear = FRONT_SHARE * wheelbaseM;
    double front = wheelbaseM - rear;
    return new ChassisConfig(
        massKg,
        massKg * front * rear,
        front,
        rear,
        HEIGHT_OVER_WHEELBASE * wheelbaseM,
        0.30 * 0.85 * widthM * heightM,
        0.012,
        ROLL_PER_MPS2,
        PITCH_PER_MPS2,
        0.15);
  }

  public double wheelbaseM() {
    return frontAxleM + rearAxleM;
  }
}
