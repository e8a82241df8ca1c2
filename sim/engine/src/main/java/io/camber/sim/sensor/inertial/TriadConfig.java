package io.camber.sim.sensor.inertial;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * Errors of three like axes whose unit is U: m/s2 or rad/s.
 *
 * @param noiseDensity white noise, U/sqrt(Hz)
 * @param biasStd one sigma of the turn-on bias, U
 * @param biasWalk random walk of the bias, U/sqrt(s)
 * @param scaleStd one sigma of the constant scale error, relative
 * @param range readings saturate here, U
 * @param quantum step of the digital output, U; 0 for none
 */
public record TriadConfig(
    double noiseDensity,
    double biasStd,
    double biasWalk,
    double scaleStd,
    double range,
    double quantum) {
  public TriadConfig {
    notNegative("noiseDensity", noiseDensity);
    notNegative("biasStd", biasStd);
    notNegative("biasWalk", biasWalk);
    notNegative("scaleStd", scaleStd);
    positive("range", range);
    notNegative("quantum", quantum);
  }
}
