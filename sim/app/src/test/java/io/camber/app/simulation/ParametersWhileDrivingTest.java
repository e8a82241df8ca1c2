package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Node;
import io.camber.bus.parameter.ParameterRequest.Assignment;
import io.camber.bus.parameter.ParameterValue;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a changed parameter does to a drive, on the logical clock. */
@Timeout(120)
final class ParametersWhileDrivingTest {
  private static final long S = 1_000_000_000L;

  /** What an operator beside the stack has seen. */
  private static final class Watch {
    private final List<EgoPose> poses = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    double speedMps(double timeS) {
      return poses.stream()
          .filter(pose -> pose.timeNs() <= timeS * S)
          .reduce((first, second) -> second)
          .orElseThrow()
          .twist()
          .forwardMps();
    }
  }

  /** Sets parameters of planning at a time. */
  private static Node operator(Watch watch, double atS, Assignment... assignments) {
    return context -> {
      var planning = context.parametersOf("planning");
      context.subscribe(Topics.EGO_POSE, (pose, envelope) -> watch.poses.add(pose));
      context.timer(
          3_600 * S,
          Math.round(atS * S),
          timeNs -> planning.set(
              List.of(assignments),
              S,
              answer -> watch.answers.add(answer.accepted() + " " + answer.reason()),
              () -> watch.answers.add("timeout")));
    };
  }

  private static Simulation drive(Watch watch, int threads, double atS, Assignment... set) {
    return Simulation.of(Bundled.scenario("highway-cut-in"))
        .truthPerception()
        .threads(threads)
        .until(9.0)
        .add("operator", context -> operator(watch, atS, set));
  }

  private static Assignment cap(double speedMps) {
    return new Assignment("speed_cap_mps", ParameterValue.of(speedMps));
  }

  @Test
  void aCapOnTheSpeedSlowsTheCarDownFromThenOn() {
    Watch capped = new Watch();
    Watch free = new Watch();

    drive(capped, 1, 1.0, cap(18.0)).run();
    drive(free, 1, 1.0, cap(100.0)).run();

    assertThat(capped.answers).containsExactly("true ");
    assertThat(capped.speedMps(0.9)).isEqualTo(free.speedMps(0.9)).isGreaterThan(29.0);
    assertThat(capped.speedMps(5.0)).isLessThan(free.speedMps(5.0) - 2.5);
    assertThat(capped.speedMps(9.0)).isLessThan(23.0);
  }

  @Test
  void theBytesOfAChangedDriveDoNotDependOnThreads() {
    String one = drive(new Watch(), 1, 2.0, cap(20.0)).run().hash();

    assertThat(drive(new Watch(), 4, 2.0, cap(20.0)).run().hash()).isEqualTo(one);
    assertThat(drive(new Watch(), 1, 2.0, cap(20.5)).run().hash()).isNotEqualTo(one);
  }

  @Test
  void aRefusedChangeChangesNothing() {
    Watch watch = new Watch();

    Watch free = new Watch();

    drive(watch, 1, 2.0, cap(20.0), new Assignment("time_gap_s", ParameterValue.of(9.0)))
        .run();
    drive(free, 1, 2.0, cap(100.0)).run();

    assertThat(watch.answers)
        .containsExactly("false planning.time_gap_s=9.0 is not a double in [1.2, 4.0] s");
    assertThat(watch.speedMps(9.0)).isEqualTo(free.speedMps(9.0));
  }
}
