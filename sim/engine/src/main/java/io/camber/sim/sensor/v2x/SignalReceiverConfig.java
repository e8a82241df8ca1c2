package io.camber.sim.sensor.v2x;

import static io.camber.geometry.Numbers.within;

/**
 * A receiver of signal phase and timing.
 *
 * @param rangeM farther lights are not heard
 * @param lossShare share of a light's messages that goes lost
 */
public record SignalReceiverConfig(String sensorId, double rangeM, double lossShare) {
  public SignalReceiverConfig {
    within("rangeM", rangeM, 1.0, 5000.0);
    within("lossShare", lossShare, 0.0, 1.0);
  }

  /** 300 m and 5 % loss, which short-range radio reaches in a street. */
  public static SignalReceiverConfig usual() {
    return new SignalReceiverConfig("v2x_roof", 300.0, 0.05);
  }
}
