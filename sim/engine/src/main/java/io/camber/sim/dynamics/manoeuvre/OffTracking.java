package io.camber.sim.dynamics.manoeuvre;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.doubletrack.DoubleTrackPlant;
import io.camber.sim.dynamics.doubletrack.TrailerConfig;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.ArrayList;
import java.util.List;

/** A slow circle of a truck with its trailer, whose axles cut the corner. */
final class OffTracking {
  private static final double SPEED_MPS = 2.0;
  private static final double RADIUS_M = 15.0;
  private static final long STEP_NS = 10_000_000L;

  private OffTracking() {}

  static Report run(DoubleTrackConfig given, TrailerConfig trailer) {
    DoubleTrackConfig config = given.withSteeringMachine();
    DoubleTrackPlant plant = new DoubleTrackPlant(config);
    plant.reset(Pose2.IDENTITY, SPEED_MPS, 0.0, 0.0, Ground.LEVEL);
    double steering = StrictMath.atan(config.wheelbaseM() / RADIUS_M);
    List<Vec2> tractor = new ArrayList<>();
    List<Vec2> behind = new ArrayList<>();
    for (int i = 0; i < 9000; i++) {
      double accel = 2.0 * (SPEED_MPS - plant.state().speedMps())
          + config.body().rollingCoefficient() * TestDrive.GRAVITY_MPS2;
      plant.step(STEP_NS, steering, accel, Ground.LEVEL);
      if (i % 20 == 0) {
        tractor.add(plant.state().mapFromBase().position());
        behind.add(plant.trailer().orElseThrow().position());
      }
    }
    double radius = plant.state().speedMps() / plant.state().yawRateRadps();
    Vec2 center = plant.state().mapFromBase().apply(new Vec2(0.0, radius));
    double reached = plant.trailer().orElseThrow().position().distanceTo(center);
    double hitch = -config.unit().axles().get(1).aheadM() - trailer.hitchBehindM();
    double formula =
        Math.sqrt(radius * radius + hitch * hitch - trailer.wheelbaseM() * trailer.wheelbaseM());
    return new Report(
        "off-tracking",
        List.of(new Plot(
            "slow circle with a trailer",
            "x, m",
            "y, m",
            List.of(
                Curve.driven("rear axle of the tractor", tractor),
                Curve.driven("axles of the trailer", behind)))),
        List.of(
            new Figure(
                "radius of the tractor's rear axle", "m", radius, RADIUS_M, Rule.ABOUT, "L / tan"),
            new Figure(
                "radius of the trailer's axles",
                "m",
                reached,
                formula,
                Rule.ABOUT,
                "sqrt(R^2 + h^2 - L_t^2)")));
  }
}
