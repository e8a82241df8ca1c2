package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * The body above the axles.
 *
 * @param dragAreaM2 drag coefficient times frontal area
 * @param rollingCoefficient rolling resistance over weight
 * @param rollPerMps2 steady roll per lateral acceleration, rad s2/m, leaning outwards
 * @param pitchPerMps2 steady pitch per braking deceleration, rad s2/m, nose down
 * @param lagS time constant with which body and wheel loads follow
 */
public record BodyConfig(
    double dragAreaM2,
    double rollingCoefficient,
    double rollPerMps2,
    double pitchPerMps2,
    double lagS) {
  public BodyConfig {
    notNegative("dragAreaM2", dragAreaM2);
    notNegative("rollingCoefficient", rollingCoefficient);
    notNegative("rollPerMps2", rollPerMps2);
    notNegative("pitchPerMps2", pitchPerMps2);
    positive("lagS", lagS);
  }
}
