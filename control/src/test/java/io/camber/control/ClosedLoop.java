package io.camber.control;

import io.camber.control.lateral.LateralConfig;
import io.camber.control.longitudinal.LongitudinalConfig;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Runs controller and plant at 100 Hz with the delays of the bus: 4 ms to the controller, 6 ms to the actuators. */
final class ClosedLoop {
  private static final long STEP_NS = 10_000_000L;
  private static final int PLAN_EVERY = 10;

  final Plant plant;
  final TrajectoryController controller;
  final List<ControlCommand> commands = new ArrayList<>();
  final List<Double> lateral = new ArrayList<>();
  final List<Double> stations = new ArrayList<>();
  final List<Double> accels = new ArrayList<>();
  final List<Double> speeds = new ArrayList<>();
  private final Course course;
  private final Course.Profile profile;
  private Random noise = new Random(1);
  private double noiseM;
  private double noiseYaw;
  private Trajectory safeStop = Trajectory.EMPTY;
  private long planUntilNs = Long.MAX_VALUE;
  private double travelled;

  ClosedLoop(Course course, Course.Profile profile, Plant plant) {
    this.course = course;
    this.profile = profile;
    this.plant = plant;
    LateralConfig usual = LateralConfig.DEFAULTS;
    LateralConfig lateralConfig = plant.isDynamic()
        ? usual
        : new LateralConfig(
            usual.bandwidthRadps(),
            usual.integralTimeS(),
            usual.integralAngleMax(),
            usual.lateralAccelMps2Max(),
            usual.transportS(),
            0.0,
            0.0);
    controller = new TrajectoryController(
        VehicleDescription.midSizeCar(),
        new ControlConfig(lateralConfig, LongitudinalConfig.DEFAULTS));
  }

  ClosedLoop withNoise(long seed, double metres, double radians) {
    noise = new Random(seed);
    noiseM = metres;
    noiseYaw = radians;
    return this;
  }

  ClosedLoop withSafeStop(Trajectory trajectory) {
    safeStop = trajectory;
    return this;
  }

  /** No plan is made after this time. */
  ClosedLoop planningUntil(long timeNs) {
    planUntilNs = timeNs;
    return this;
  }

  ClosedLoop run(double durationS) {
    long steps = Math.round(durationS * 100);
    for (int i = 0; i < steps; i++) {
      long now = plant.timeNs();
      if (i % PLAN_EVERY == 0 && now <= planUntilNs) {
        controller.accept(new Plan(now, course.plan(profile, now), safeStop, List.of(), List.of()));
      }
      Optional<TrackingStep> step = controller.step(
          now + 4_000_000L,
          plant.pose(
              noiseM * noise.nextGaussian(),
              noiseM * noise.nextGaussian(),
              noiseYaw * noise.nextGaussian()),
          plant.report());
      double before = plant.speed;
      plant.advance(now + STEP_NS);
      step.ifPresent(made -> {
        plant.obey(made.command());
        commands.add(made.command());
      });
      travelled += 0.5 * (before + plant.speed) * 0.01;
      stations.add(travelled);
      speeds.add(plant.speed);
      accels.add((plant.speed - before) / 0.01);
      lateral.add(course.lateral(plant.x, plant.y, travelled));
    }
    return this;
  }

  double lateralRms() {
    return Math.sqrt(lateral.stream().mapToDouble(e -> e * e).average().orElseThrow());
  }

  double lateralMax() {
    return lateral.stream().mapToDouble(Math::abs).max().orElseThrow();
  }
}
