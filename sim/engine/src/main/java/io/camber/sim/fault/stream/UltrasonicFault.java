package io.camber.sim.fault.stream;

import io.camber.sensing.UltrasonicEcho;
import java.util.OptionalDouble;

/** Mud on the membrane: it hears itself, at the end of its dead zone. */
final class UltrasonicFault implements Distortion<UltrasonicEcho> {
  private static final double DEAD_ZONE_M = 0.15;

  @Override
  public UltrasonicEcho apply(UltrasonicEcho echo, long nowNs) {
    return new UltrasonicEcho(echo.timeNs(), echo.sensorId(), OptionalDouble.of(DEAD_ZONE_M));
  }
}
