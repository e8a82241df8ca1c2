package io.camber.app.render;

import io.camber.app.chart.LineChart;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.ImuSample;
import io.camber.sensing.WheelSpeeds;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.doubletrack.DoubleTrackPlant;
import io.camber.sim.dynamics.manoeuvre.Curve;
import io.camber.sim.dynamics.manoeuvre.Plot;
import io.camber.sim.sensor.inertial.ImuConfig;
import io.camber.sim.sensor.inertial.ImuSensor;
import io.camber.sim.sensor.inertial.ThermalConfig;
import io.camber.sim.sensor.inertial.WheelConfig;
import io.camber.sim.sensor.inertial.WheelSensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What sensors without a picture deliver, as series beside the truth, each in a drive where its errors matter: satellites among
 * houses and in a tunnel, wheels on ice, an inertial unit that warms up, ultrasonic sensors while parking, the radio of the
 * scenario's traffic lights.
 */
public final class SensorSeries {
  private static final long STEP_NS = 10_000_000L;
  private static final double STEP_S = STEP_NS * 1e-9;
  private static final int COLUMNS = 3;
  private static final double ICE = 0.15;
  private static final double COLD_K = 40.0;
  private static final int WARMING_S = 600;
  private static final int STEPS_PER_S = 100;
  private static final double PEDAL_MPS2 = 0.2;
  private static final double PEDAL_S = 5.0;

  private final long seed;
  private final List<Plot> plots = new ArrayList<>();

  private SensorSeries(long seed) {
    this.seed = seed;
  }

  /**
   * All of them as one picture.
   *
   * @param scenario whose traffic lights are heard, by an ego that its storyboard alone drives
   * @param car whose wheels turn on ice
   */
  public static String toSvg(Path scenario, DoubleTrackConfig car, long seed) {
    SensorSeries series = new SensorSeries(seed);
    series.plots.addAll(SatelliteSeries.plots(seed));
    series.wheels(car);
    series.accelerometer();
    series.gyroscope();
    series.plots.addAll(NearbySeries.parking(seed));
    series.plots.addAll(NearbySeries.lights(scenario, seed));
    return LineChart.toSvg(series.plots, COLUMNS);
  }

  /** On ice: rolls, brakes to the floor and drives off again. */
  private static double demandMps2(double timeS) {
    return timeS < 1.0 ? 0.0 : timeS < 5.0 ? -8.0 : 3.0;
  }

  private void wheels(DoubleTrackConfig car) {
    DoubleTrackPlant plant = new DoubleTrackPlant(car);
    Ground ice = new Ground(0.0, ICE);
    plant.reset(Pose2.IDENTITY, 10.0, 0.0, 0.0, ice);
    WheelSensor sensor = new WheelSensor(WheelConfig.toneRing(), car.wheelbaseM(), 1.4, seed);
    List<Vec2> front = new ArrayList<>();
    List<Vec2> rear = new ArrayList<>();
    List<Vec2> truth = new ArrayList<>();
    for (int i = 0; i < 9 * STEPS_PER_S; i++) {
      double time = i * STEP_S;
      plant.step(STEP_NS, 0.0, demandMps2(time), ice);
      WheelSpeeds read = sensor.sample(i * STEP_NS, plant.wheels().orElseThrow());
      double speed = plant.state().speedMps();
      front.add(new Vec2(time, read.frontLeftMps() - speed));
      rear.add(new Vec2(time, read.rearLeftMps() - speed));
      truth.add(new Vec2(time, 0.0));
    }
    plots.add(new Plot(
        "wheels on ice: brakes at 1 s, drives at 5 s",
        "time, s",
        "speed read, less that of the car, m/s",
        List.of(
            Curve.driven("front left", front),
            Curve.driven("rear left (driven)", rear),
            Curve.expected("the car", truth))));
  }

  /** Straight on at 10 m/s, the pedal coming and going gently. */
  private void accelerometer() {
    ImuSensor sensor = new ImuSensor(ImuConfig.automotive(), seed);
    double rate = 2.0 * Math.PI / PEDAL_S;
    List<Vec2> read = new ArrayList<>();
    List<Vec2> truth = new ArrayList<>();
    for (int i = 0; i < 10 * STEPS_PER_S; i++) {
      double time = i * STEP_S;
      double sine = StrictMath.sin(rate * time);
      double x = 10.0 * time - PEDAL_MPS2 / (rate * rate) * sine;
      sensor
          .update(i * STEP_NS, new Pose3(x, 0.0, 0.0, 0.0, 0.0, 0.0))
          .ifPresent(sample -> read.add(
              new Vec2(sample.timeNs() * 1e-9, sample.specificForceMps2().x())));
      truth.add(new Vec2(time, PEDAL_MPS2 * sine));
    }
    plots.add(new Plot(
        "accelerometer forward: bias and noise",
        "time, s",
        "m/s²",
        List.of(Curve.driven("read", read), Curve.expected("truth", truth))));
  }

  /** Standing, as means of a second. */
  private void gyroscope() {
    ImuConfig usual = ImuConfig.automotive();
    ThermalConfig warm = usual.thermal();
    ThermalConfig cold =
        new ThermalConfig(COLD_K, warm.warmUpS(), warm.accelStdPerK(), warm.gyroStdPerK());
    ImuConfig unit = new ImuConfig(usual.accelerometer(), usual.gyroscope(), cold);
    List<Vec2> truth = List.of(new Vec2(0.0, 0.0), new Vec2(WARMING_S, 0.0));
    plots.add(new Plot(
        "turn rates of a car that stands, means of 1 s",
        "time since the unit was switched on, s",
        "deg/s",
        List.of(
            Curve.driven("yaw, 40 K cold", standing(unit, rate -> rate.z())),
            Curve.driven("yaw, warm", standing(usual, rate -> rate.z())),
            Curve.driven("roll, 40 K cold", standing(unit, rate -> rate.x())),
            Curve.expected("truth", truth))));
  }

  private List<Vec2> standing(ImuConfig config, ToDoubleFunction<Vec3> axis) {
    ImuSensor sensor = new ImuSensor(config, seed);
    Pose3 still = new Pose3(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    List<Vec2> means = new ArrayList<>();
    double sum = 0.0;
    for (int i = 0; i < WARMING_S * STEPS_PER_S; i++) {
      Optional<ImuSample> sample = sensor.update(i * STEP_NS, still);
      sum += sample.map(each -> axis.applyAsDouble(each.angularRateRadps())).orElse(0.0);
      if (i % STEPS_PER_S == STEPS_PER_S - 1) {
        means.add(new Vec2(i * STEP_S, StrictMath.toDegrees(sum / STEPS_PER_S)));
        sum = 0.0;
      }
    }
    return means;
  }
}
