package io.camber.sim.dynamics.manoeuvre;

import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.SteeringActuator;
import io.camber.sim.dynamics.SteeringConfig;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.ArrayList;
import java.util.List;

/** The steering itself: a step through dead time, lag and rate limit, and the hysteresis of its backlash. */
final class SteeringResponse {
  private static final double STEP_S = 1e-3;
  private static final double TARGET = 0.02;

  private SteeringResponse() {}

  static Report run(DoubleTrackConfig config) {
    SteeringConfig steering = config.steering();
    SteeringActuator actuator = new SteeringActuator(steering, STEP_S);
    List<Vec2> step = new ArrayList<>();
    List<Vec2> expected = new ArrayList<>();
    double oneLagS = steering.deadTimeS() + steering.lagS();
    double atOneLag = 0.0;
    for (int i = 0; i < 2000; i++) {
      double time = i * STEP_S;
      double angle = actuator.step(TARGET);
      if (time <= oneLagS) {
        atOneLag = angle;
      }
      step.add(new Vec2(time, StrictMath.toDegrees(angle)));
      double since = Math.max(0.0, time - steering.deadTimeS());
      double reached = steering.lagS() > 0.0 ? -StrictMath.expm1(-since / steering.lagS()) : 1.0;
      expected.add(new Vec2(time, StrictMath.toDegrees(TARGET * reached)));
    }
    return new Report(
        "steering",
        List.of(
            new Plot(
                "step of the steering command",
                "time, s",
                "road-wheel angle, deg",
                List.of(
                    Curve.driven("driven", step),
                    Curve.expected("dead time and first order", expected))),
            hysteresis(steering)),
        List.of(
            new Figure(
                "angle one lag after the dead time",
                "deg",
                StrictMath.toDegrees(atOneLag),
                StrictMath.toDegrees(TARGET * -StrictMath.expm1(-1.0) - steering.play() / 2.0),
                Rule.ABOUT,
                "1 - 1/e of the command, less half the backlash"),
            new Figure(
                "width of the hysteresis",
                "deg",
                width(steering),
                StrictMath.toDegrees(steering.play()),
                Rule.NEAR,
                "the backlash; lag and dead time add a little")));
  }

  private static Plot hysteresis(SteeringConfig steering) {
    return new Plot(
        "slow sine of the command: backlash",
        "command, deg",
        "road-wheel angle, deg",
        List.of(Curve.driven("driven", loop(steering))));
  }

  /** The second period of a sine so slow that lag and dead time do not matter. */
  private static List<Vec2> loop(SteeringConfig steering) {
    SteeringActuator actuator = new SteeringActuator(steering, STEP_S);
    List<Vec2> loop = new ArrayList<>();
    double periodS = 200.0;
    for (int i = 0; i < 400_000; i++) {
      double command = 0.5 * TARGET * StrictMath.sin(2.0 * Math.PI * i * STEP_S / periodS);
      double angle = actuator.step(command);
      if (i >= 200_000 && i % 500 == 0) {
        loop.add(new Vec2(StrictMath.toDegrees(command), StrictMath.toDegrees(angle)));
      }
    }
    return loop;
  }

  /** Height of the loop where the command passes 0. */
  private static double width(SteeringConfig steering) {
    double low = 0.0;
    double high = 0.0;
    for (Vec2 point : loop(steering)) {
      if (Math.abs(point.x()) < 0.01) {
        low = Math.min(low, point.y());
        high = Math.max(high, point.y());
      }
    }
    return high - low;
  }
}
