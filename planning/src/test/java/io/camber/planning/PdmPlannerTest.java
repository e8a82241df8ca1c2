package io.camber.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.planning.ClosedLoop.Moment;
import io.camber.scene.SignalColor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The PDM-style planner in a small closed loop. Lane -1 of a test road has its centre at y = -1.75. */
class PdmPlannerTest {
  private static final double LANE = -1.75;

  private static ClosedLoop loop(double limitMps) {
    return new ClosedLoop(
        TestRoads.straight(1, 3000.0, limitMps, 0.0), new PdmPlanner(PlannerConfig.standard()));
  }

  private static Pose2 start() {
    return new Pose2(20.0, LANE, 0.0);
  }

  @Test
  void reachesTheLimitOnAFreeRoadAndDoesNotPassIt() {
    List<Moment> drive = loop(13.9).run(start(), 5.0, 30.0);

    assertThat(drive).allMatch(m -> m.ego().speedMps() < 13.95);
    assertThat(Drives.last(drive).ego().speedMps()).isGreaterThan(13.0);
    assertThat(Drives.last(drive).ego().y()).isCloseTo(LANE, within(0.05));
  }

  @Test
  void followsASlowerLeaderAtTheModelsEquilibriumGap() {
    double v = 10.0;
    List<Moment> drive = loop(20.0)
        .with(ScriptedActor.car(7, Drives.along(LANE, 80.0, t -> v * t)))
        .run(start(), 15.0, 40.0);

    // equilibrium of the model: (s0 + v T) / sqrt(1 - (v / v0)^4)
    double gap = (1.0 + 1.5 * v) / Math.sqrt(1.0 - Math.pow(v / 20.0, 4.0));
    assertThat(Drives.last(drive).ego().speedMps()).isCloseTo(v, within(0.4));
    assertThat(Drives.last(drive).clearanceM()).isCloseTo(gap, within(3.0));
  }

  @Test
  void standsBehindAStandingCarWithoutTouchingIt() {
    List<Moment> drive = loop(15.0)
        .with(ScriptedActor.car(7, Drives.along(LANE, 150.0, t -> 0.0)))
        .run(start(), 12.0, 30.0);

    assertThat(Drives.last(drive).ego().speedMps()).isLessThan(0.3);
    assertThat(Drives.clearanceMin(drive)).isGreaterThan(0.3);
  }

  @Test
  void stopsBeforeARedLight() {
    List<Moment> drive = new ClosedLoop(
            TestRoads.withLight(0.0), new PdmPlanner(PlannerConfig.standard()))
        .light(t -> SignalColor.RED)
        .run(new Pose2(60.0, LANE, 0.0), 12.0, 25.0);

    assertThat(Drives.last(drive).ego().x() + ClosedLoop.CAR.frontM()).isLessThan(200.0);
    assertThat(Drives.last(drive).ego().speedMps()).isLessThan(0.3);
  }
}
