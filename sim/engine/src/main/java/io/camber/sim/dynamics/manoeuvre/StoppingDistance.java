package io.camber.sim.dynamics.manoeuvre;

import static io.camber.sim.dynamics.manoeuvre.TestDrive.GRAVITY_MPS2;

import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.ArrayList;
import java.util.List;

/** Full braking from 80 km/h on dry, wet, snowy and icy road. */
final class StoppingDistance {
  private static final double SPEED_MPS = 80.0 / 3.6;

  private record Road(String name, double scale) {}

  private static final List<Road> ROADS = List.of(
      new Road("dry", 1.0),
      new Road("wet, 0.75", 0.75),
      new Road("snow, 0.4", 0.4),
      new Road("ice, 0.15", 0.15));

  private StoppingDistance() {}

  static Report run(DoubleTrackConfig config) {
    List<Curve> curves = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Road road : ROADS) {
      Ground ground = new Ground(0.0, road.scale());
      TestDrive drive = new TestDrive(config.withSteeringMachine(), ground, SPEED_MPS, 0.0);
      for (int i = 0; i < 400 && drive.last().overGroundMps() > 0.1; i++) {
        drive.drive(0.1, time -> 0.0, (time, state) -> -20.0);
      }
      double way = drive.last().state().mapFromBase().x();
      double grip = config.tyre().along().peak() * GRAVITY_MPS2 * ground.frictionScale();
      double most = Math.min(config.powertrain().decelMps2Max(), grip);
      double expected =
          SPEED_MPS * SPEED_MPS / (2.0 * most) + SPEED_MPS * config.powertrain().brakeLagS();
      figures.add(new Figure(
          "stopping distance, " + road.name(),
          "m",
          way,
          expected,
          Rule.NEAR,
          "v^2 / 2 a + v tau, a = min(brakes, mu g)"));
      curves.add(Curve.driven(
          road.name(),
          drive.moments().stream()
              .map(moment -> new Vec2(
                  moment.state().mapFromBase().x(), 3.6 * moment.state().speedMps()))
              .toList()));
    }
    return new Report(
        "stopping",
        List.of(new Plot("full braking from 80 km/h", "way, m", "speed, km/h", curves)),
        figures);
  }
}
