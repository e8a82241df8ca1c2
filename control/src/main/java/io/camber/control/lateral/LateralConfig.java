package io.camber.control.lateral;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * Tuning of the steering.
 *
 * @param bandwidthRadps how fast lateral errors are taken out; at high speed the weight on steering grows so that it stays
 * @param integralTimeS time constant of the slow offset that takes out steering bias
 * @param integralAngleMax bound of that offset, rad
 * @param lateralAccelMps2Max steering asks for no more than this at the present speed
 * @param transportS from computing a command to the actuator's input
 * @param understeerS2pM steering per lateral acceleration over what the wheelbase needs, rad per m/s2; of a usual car,
 *     until it is learned
 * @param slipS2pM slip angle of the rear axle per lateral acceleration, likewise
 */
public record LateralConfig(
    double bandwidthRadps,
    double integralTimeS,
    double integralAngleMax,
    double lateralAccelMps2Max,
    double transportS,
    double understeerS2pM,
    double slipS2pM) {
  public static final LateralConfig DEFAULTS =
      new LateralConfig(2.0, 4.0, 0.035, 7.0, 0.006, 0.0015, 0.005);

  public LateralConfig {
    positive("bandwidthRadps", bandwidthRadps);
    positive("integralTimeS", integralTimeS);
    notNegative("integralAngleMax", integralAngleMax);
    positive("lateralAccelMps2Max", lateralAccelMps2Max);
    notNegative("transportS", transportS);
    notNegative("understeerS2pM", understeerS2pM);
    notNegative("slipS2pM", slipS2pM);
  }
}
