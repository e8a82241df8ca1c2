package io.camber.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The loop of one command at one speed, and what it can still take.
 *
 * @param isStable whether a push of the command dies away
 * @param swing half of what the command goes to and fro by, a minute after a push of 1 m/s2, at most 2.5 degrees, backlash
 *     and all, rad or m/s2
 * @param points none of a loop where it does not
 */
public record MarginRun(
    CarLoop.Signal signal,
    double speedKmph,
    boolean isStable,
    double swing,
    List<LoopPoint> points,
    LoopMargins margins) {
  private static final double KMPH_PER_MPS = 3.6;
  static final double FROM_HZ = 0.05;
  static final double TO_HZ = 5.0;
  private static final int FREQUENCIES = 36;

  /** Of what is added, small enough for limits and tyres to play no part: lateral acceleration if the car followed at once. */
  private static final double LATERAL_MPS2 = 0.2;

  private static final double STEERING_MAX = Math.toRadians(0.5);
  private static final double ACCEL_MPS2 = 0.2;
  private static final double PUSH_OVER_AMPLITUDE = 5.0;

  public MarginRun {
    points = List.copyOf(points);
  }

  /** Both commands at these speeds. */
  static List<MarginRun> of(TestCar car, List<Double> speedsKmph) {
    List<MarginRun> runs = new ArrayList<>();
    for (CarLoop.Signal signal : CarLoop.Signal.values()) {
      speedsKmph.forEach(speed -> runs.add(of(car, signal, speed)));
    }
    return runs;
  }

  static MarginRun of(TestCar car, CarLoop.Signal signal, double speedKmph) {
    double speed = speedKmph / KMPH_PER_MPS;
    double amplitude = amplitude(car, signal, speed);
    TestCar stiff = car.withoutPlay();
    Supplier<ProbedLoop> loops = () -> new CarLoop(stiff, Perturbation.NONE, speed, signal);
    boolean isStable = Push.of(loops.get(), amplitude).diesAway();
    Push push = Push.of(
        new CarLoop(car, Perturbation.NONE, speed, signal), PUSH_OVER_AMPLITUDE * amplitude);
    List<LoopPoint> points =
        isStable ? new LoopProbe(loops, amplitude).sweep(FROM_HZ, TO_HZ, FREQUENCIES) : List.of();
    return new MarginRun(
        signal, speedKmph, isStable, push.last() / 2.0, points, LoopMargins.of(points));
  }

  private static double amplitude(TestCar car, CarLoop.Signal signal, double speedMps) {
    return switch (signal) {
      case STEERING ->
        Math.min(
            STEERING_MAX, LATERAL_MPS2 * car.description().wheelbaseM() / (speedMps * speedMps));
      case ACCEL -> ACCEL_MPS2;
    };
  }
}
