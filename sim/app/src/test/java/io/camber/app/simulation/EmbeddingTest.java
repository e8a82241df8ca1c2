package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.evaluation.judgement.Outcome;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's embedding example: a planner that knows only one thing, in the place of ours. */
final class EmbeddingTest {
  @Test
  void aReplacedPlannerShowsInTheResult() {
    SimulationResult ours =
        Simulation.of(Bundled.scenario("stop-and-go")).truthPerception().run();
    SimulationResult theirs = Simulation.of(Bundled.scenario("stop-and-go"))
        .truthPerception()
        .replace("planning", context -> new StraightAhead())
        .run();

    assertThat(ours.outcome()).as(ours.judgement().reason()).isEqualTo(Outcome.PASS);
    assertThat(theirs.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(theirs.judgement().reason()).startsWith("T1").contains("Lead is");
  }

  /** Keeps its speed and looks at nobody. */
  private static final class StraightAhead implements Node {
    @Override
    public void start(NodeContext context) {
      Latest<EgoPose> pose = context.latest(Topics.EGO_POSE);
      Publisher<Plan> plans = context.publisher(Topics.PLAN);
      context.timer(
          100_000_000L,
          100_000_000L,
          timeNs -> pose.value().ifPresent(ego -> plans.publish(straight(timeNs, ego), timeNs)));
    }

    private static Plan straight(long timeNs, EgoPose ego) {
      List<TrajectoryPoint> points = new ArrayList<>();
      var start = ego.mapFromBase().toPose2();
      double speedMps = Math.max(5.0, ego.twist().forwardMps());
      for (int i = 0; i <= 40; i++) {
        var at = start.position().plus(start.forward().times(speedMps * i * 0.1));
        points.add(new TrajectoryPoint(
            ego.timeNs() + i * 100_000_000L, at.x(), at.y(), start.yaw(), 0.0, speedMps, 0.0));
      }
      return new Plan(
          timeNs, new Trajectory(points), Trajectory.EMPTY, List.of("straight"), List.of());
    }
  }
}
