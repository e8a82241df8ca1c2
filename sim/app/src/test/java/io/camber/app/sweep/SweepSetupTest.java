package io.camber.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.simulation.PlannerChoice;
import io.camber.app.simulation.RunConditions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a sweep remembers of how its car differs from the shipped one. */
final class SweepSetupTest {
  private static final SweepSetup WORSE = new SweepSetup(
      new RunConditions(
          List.of("lidar_top:noise,severity=5"),
          "night",
          "surround",
          "vw-vanagon",
          List.of("child"),
          PlannerChoice.IDM,
          Map.of("planning", 12.5)),
      Map.of("planning.time_gap_s", "1.2"));

  @Test
  void comesBackFromItsFile() {
    assertThat(SweepSetup.fromJson(WORSE.toJson())).isEqualTo(WORSE);
    assertThat(SweepSetup.fromJson(SweepSetup.SHIPPED.toJson())).isEqualTo(SweepSetup.SHIPPED);
  }

  @Test
  void isToldAsTheArgumentsOfOneRun() {
    assertThat(WORSE.arguments())
        .containsSubsequence(
            "--fault", "lidar_top:noise,severity=5", "--planner", "idm", "--param");
    assertThat(SweepSetup.SHIPPED.arguments()).isEmpty();
  }
}
