package io.camber.sim.dynamics.manoeuvre;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.doubletrack.DoubleTrackPlant;
import io.camber.sim.dynamics.manoeuvre.Figure.Rule;
import java.util.ArrayList;
import java.util.List;

/** Thirty stops from 100 km/h, half a minute apart, twice as many as UN R13-H type I asks for: brakes heat up and fade. */
final class BrakeFade {
  private static final double SPEED_MPS = 100.0 / 3.6;
  private static final double DEMAND_MPS2 = -6.0;
  private static final int STOPS = 30;
  private static final long STEP_NS = 10_000_000L;
  private static final double PAUSE_S = 30.0;

  private BrakeFade() {}

  static Report run(DoubleTrackConfig config) {
    DoubleTrackPlant plant = new DoubleTrackPlant(config.withSteeringMachine());
    List<Vec2> heat = new ArrayList<>();
    List<Vec2> decels = new ArrayList<>();
    double temperature = 20.0;
    double firstRise = 0.0;
    double coolingPerS = config.brakes().coolingWpK() / config.brakes().heatJpK();
    for (int stop = 1; stop <= STOPS; stop++) {
      plant.resetHot(Pose2.IDENTITY, SPEED_MPS, temperature);
      double seconds = 0.0;
      while (plant.state().speedMps() > 0.0 && seconds < 60.0) {
        plant.step(STEP_NS, 0.0, DEMAND_MPS2, Ground.LEVEL);
        seconds += STEP_NS * 1e-9;
      }
      if (stop == 1) {
        firstRise = plant.brakeC() - temperature;
      }
      heat.add(new Vec2(stop, plant.brakeC()));
      double way = plant.state().mapFromBase().x();
      decels.add(new Vec2(stop, SPEED_MPS * SPEED_MPS / (2.0 * way)));
      temperature = 20.0 + (plant.brakeC() - 20.0) * StrictMath.exp(-coolingPerS * PAUSE_S);
    }
    double energy = 0.5 * config.totalMassKg() * SPEED_MPS * SPEED_MPS;
    return new Report(
        "brake fade",
        List.of(
            new Plot(
                "brakes after each of 30 stops",
                "stop",
                "temperature, °C",
                List.of(Curve.driven("driven", heat))),
            new Plot(
                "mean deceleration, 6 demanded",
                "stop",
                "m/s²",
                List.of(Curve.driven("driven", decels)))),
        List.of(
            new Figure(
                "heating of the first stop",
                "K",
                firstRise,
                energy / config.brakes().heatJpK(),
                Rule.NEAR,
                "m v^2 / 2 C; air and rolling take some of it, slip too"),
            new Figure(
                "mean deceleration of the last stop over the first",
                "1",
                decels.get(STOPS - 1).y() / decels.get(0).y(),
                1.0,
                Rule.AT_MOST,
                "hot brakes are no better")));
  }
}
