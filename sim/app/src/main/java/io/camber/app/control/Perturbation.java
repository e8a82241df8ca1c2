package io.camber.app.control;

import io.camber.sim.dynamics.PowertrainConfig;
import io.camber.sim.dynamics.SteeringConfig;
import java.util.List;

/**
 * How a car differs from what the controller is told of it.
 *
 * @param deadTimeScale of the steering
 * @param lagScale of steering, drive and brakes
 * @param steeringGain angle of the road wheels over the commanded one
 * @param steeringBias road wheels go beside the command by this, rad, from the moment on when the controller takes over
 * @param isBiasMeasured whether the sensor of the steering angle sees gain and bias, or is off itself and reads the command
 * @param massScale actuators give the forces that they would give the nominal car
 * @param frictionScale of the road
 */
public record Perturbation(
    String name,
    double deadTimeScale,
    double lagScale,
    double steeringGain,
    double steeringBias,
    boolean isBiasMeasured,
    double massScale,
    double frictionScale) {
  public static final Perturbation NONE =
      new Perturbation("nominal", 1.0, 1.0, 1.0, 0.0, true, 1.0, 1.0);

  private static final double DEGREE = Math.toRadians(1.0);

  /** One difference at a time; the nominal car, whose friction is 1.0, is not among them. */
  public static List<Perturbation> grid() {
    return List.of(
        delay("delay -30 %", 0.7),
        delay("delay +30 %", 1.3),
        lag("lag -30 %", 0.7),
        lag("lag +30 %", 1.3),
        gain("gain -5 %", 0.95),
        gain("gain +5 %", 1.05),
        bias("bias -1 deg", -DEGREE, true),
        bias("bias +1 deg", DEGREE, true),
        bias("bias -1 deg, unseen", -DEGREE, false),
        bias("bias +1 deg, unseen", DEGREE, false),
        mass("mass -20 %", 0.8),
        mass("mass +20 %", 1.2),
        friction("friction 0.6", 0.6),
        friction("friction 0.3", 0.3));
  }

  static Perturbation delay(String name, double scale) {
    return new Perturbation(name, scale, 1.0, 1.0, 0.0, true, 1.0, 1.0);
  }

  private static Perturbation lag(String name, double scale) {
    return new Perturbation(name, 1.0, scale, 1.0, 0.0, true, 1.0, 1.0);
  }

  private static Perturbation gain(String name, double gain) {
    return new Perturbation(name, 1.0, 1.0, gain, 0.0, true, 1.0, 1.0);
  }

  private static Perturbation bias(String name, double angle, boolean isMeasured) {
    return new Perturbation(name, 1.0, 1.0, 1.0, angle, isMeasured, 1.0, 1.0);
  }

  private static Perturbation mass(String name, double scale) {
    return new Perturbation(name, 1.0, 1.0, 1.0, 0.0, true, scale, 1.0);
  }

  private static Perturbation friction(String name, double scale) {
    return new Perturbation(name, 1.0, 1.0, 1.0, 0.0, true, 1.0, scale);
  }

  /** What the road wheels are told when the controller commands an angle. */
  double steered(double commanded) {
    return steeringGain * commanded + steeringBias;
  }

  /** What the sensor says of the road wheels' angle. */
  double measured(double roadWheel) {
    return isBiasMeasured ? roadWheel : (roadWheel - steeringBias) / steeringGain;
  }

  SteeringConfig of(SteeringConfig nominal) {
    return new SteeringConfig(
        nominal.angleMax(),
        nominal.rateRadpsMax(),
        nominal.deadTimeS() * deadTimeScale,
        nominal.lagS() * lagScale,
        nominal.play());
  }

  PowertrainConfig of(PowertrainConfig nominal) {
    return new PowertrainConfig(
        nominal.accelMps2Max() / massScale,
        nominal.powerWPerKgMax() / massScale,
        nominal.decelMps2Max() / massScale,
        nominal.driveLagS() * lagScale,
        nominal.brakeLagS() * lagScale);
  }
}
