package io.camber.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanAgeTest {
  private final Course course = new Course().straight(200);
  private final Plant plant = new Plant(Plant.Traits.NOMINAL, 10.0);

  @Test
  void withoutAPlanItStaysSilent() {
    TrajectoryController controller =
        new TrajectoryController(VehicleDescription.midSizeCar(), ControlConfig.DEFAULTS);

    assertThat(controller.step(0, plant.pose(0, 0, 0), plant.report())).isEmpty();
  }

  @Test
  void anOldPlanIsFollowedByItsSafeStop() {
    Trajectory stop = course.plan(Course.Profile.stop(10.0, 2.0, 2.0), 1_000_000_000L);
    ClosedLoop loop = new ClosedLoop(course, Course.Profile.constant(10.0), plant)
        .withSafeStop(stop)
        .planningUntil(1_000_000_000L)
        .run(10.0);

    assertThat(loop.commands.get(139).mode()).isEqualTo(DriveMode.NOMINAL);
    assertThat(loop.commands.get(142).mode()).isEqualTo(DriveMode.SAFE_STOP);
    assertThat(plant.speed).isZero();
    assertThat(plant.x).isBetween(44.0, 46.0);
  }

  @Test
  void anOldPlanWithoutSafeStopBrakesWithTheWheelsHeld() {
    ClosedLoop loop = new ClosedLoop(course, Course.Profile.constant(10.0), plant)
        .planningUntil(1_000_000_000L)
        .run(8.0);

    assertThat(plant.speed).isZero();
    assertThat(loop.accels.stream().mapToDouble(a -> a).min().orElseThrow()).isGreaterThan(-4.0);
  }

  @Test
  void aNewPlanEndsTheSafeStop() {
    TrajectoryController controller =
        new TrajectoryController(VehicleDescription.midSizeCar(), ControlConfig.DEFAULTS);
    controller.accept(plan(0));
    assertThat(mode(controller, 500)).isEqualTo(DriveMode.SAFE_STOP);

    controller.accept(plan(500_000_000L));

    assertThat(mode(controller, 510)).isEqualTo(DriveMode.NOMINAL);
  }

  @Test
  void anOlderPlanThanTheNewestIsIgnored() {
    TrajectoryController controller =
        new TrajectoryController(VehicleDescription.midSizeCar(), ControlConfig.DEFAULTS);
    controller.accept(plan(500_000_000L));

    controller.accept(plan(0));

    assertThat(mode(controller, 600)).isEqualTo(DriveMode.NOMINAL);
  }

  @Test
  void aPlanThatIsNotANumberCountsAsNoPath() {
    TrajectoryController controller =
        new TrajectoryController(VehicleDescription.midSizeCar(), ControlConfig.DEFAULTS);
    TrajectoryPoint broken = new TrajectoryPoint(9_000_000_000L, Double.NaN, 0, 0, 0, 10, 0);
    Trajectory nominal = new Trajectory(List.of(broken));

    controller.accept(new Plan(0, nominal, Trajectory.EMPTY, List.of(), List.of()));

    TrackingStep step =
        controller.step(10_000_000L, plant.pose(0, 0, 0), plant.report()).orElseThrow();
    assertThat(step.command().mode()).isEqualTo(DriveMode.SAFE_STOP);
    assertThat(step.command().isFinite()).isTrue();
  }

  private Plan plan(long timeNs) {
    Trajectory nominal = course.plan(Course.Profile.constant(10.0), timeNs);
    Trajectory stop = course.plan(Course.Profile.stop(10.0, 0.0, 2.0), timeNs);
    return new Plan(timeNs, nominal, stop, List.of(), List.of());
  }

  private DriveMode mode(TrajectoryController controller, long timeMs) {
    return controller
        .step(timeMs * 1_000_000L, plant.pose(0, 0, 0), plant.report())
        .orElseThrow()
        .command()
        .mode();
  }
}
