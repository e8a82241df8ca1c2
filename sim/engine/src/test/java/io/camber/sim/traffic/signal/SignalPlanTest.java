package io.camber.sim.traffic.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.RoadMap;
import io.camber.scene.SignalColor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SignalPlanTest {
  private static final Path CROSSING =
      Path.of("..", "..", "scenarios", "maps", "signal-crossing.xodr");

  private static SignalPlan plan() throws IOException {
    return new SignalPlan(
        RoadMap.parse("crossing.xodr", ByteBuffer.wrap(Files.readAllBytes(CROSSING))));
  }

  @Test
  void lightsOfOneControllerShowTheSameAndThoseOfTwoAreNeverGreenAtOnce() throws IOException {
    SignalPlan plan = plan();

    for (double t = 0.0; t < 100.0; t += 0.1) {
      assertThat(plan.color("1", t)).isEqualTo(plan.color("3", t));
      assertThat(plan.color("2", t)).isEqualTo(plan.color("4", t));
      boolean open =
          plan.color("1", t) == SignalColor.GREEN || plan.color("1", t) == SignalColor.YELLOW;
      if (open) {
        assertThat(plan.color("2", t)).isIn(SignalColor.RED, SignalColor.RED_YELLOW);
      }
    }
  }

  @Test
  void everyGreenEndsWithThreeSecondsOfYellow() throws IOException {
    SignalPlan plan = plan();
    SignalColor before = plan.color("1", 0.0);
    int yellow = 0;

    for (int i = 1; i < 2_000; i++) {
      SignalColor now = plan.color("1", i * 0.05);
      assertThat(before == SignalColor.GREEN && now == SignalColor.RED).isFalse();
      if (before == SignalColor.YELLOW && now == SignalColor.RED) {
        assertThat(yellow * 0.05).isBetween(2.9, 3.5);
      }
      yellow = now == SignalColor.YELLOW ? yellow + 1 : 0;
      before = now;
    }
  }

  @Test
  void knowsNoLightThatIsNotOnTheMap() throws IOException {
    assertThat(plan().color("nothing", 0.0)).isEqualTo(SignalColor.UNKNOWN);
  }
}
