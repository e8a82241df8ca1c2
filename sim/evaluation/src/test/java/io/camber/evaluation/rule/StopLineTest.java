package io.camber.evaluation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.drive.TestDrive;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.map.road.StopKind;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StopLineTest {
  private final StopLine line = new StopLine(
      "1:0:-1",
      new Pose2(200.0, -1.75, 0.0),
      1.75,
      new TreeMap<>(java.util.Map.of(StopLine.EVERY_WAY, List.of(TestDrive.LIGHT))));

  @Test
  void isCrossedForwardsWithinItsLane() {
    assertThat(line.isCrossed(new Vec2(199.9, -1.0), new Vec2(200.1, -1.0))).isTrue();
    assertThat(line.isCrossed(new Vec2(200.1, -1.0), new Vec2(199.9, -1.0))).isFalse();
    assertThat(line.isCrossed(new Vec2(199.7, -1.0), new Vec2(199.9, -1.0))).isFalse();
    assertThat(line.isCrossed(new Vec2(199.9, 0.1), new Vec2(200.1, 0.1))).isFalse();
  }

  @Test
  void isCrossedOnceByARowOfSteps() {
    int crossings = 0;
    for (int i = 0; i < 100; i++) {
      double x = 199.0 + i * 0.02;
      crossings += line.isCrossed(new Vec2(x, -1.75), new Vec2(x + 0.02, -1.75)) ? 1 : 0;
    }

    assertThat(crossings).isEqualTo(1);
  }

  @Test
  void comesFromTheLightsOfTheMap() {
    List<StopLine> lines = StopLine.of(TestDrive.road(), StopKind.LIGHT);

    assertThat(lines).singleElement().satisfies(found -> {
      assertThat(found.middle().x()).isEqualTo(200.0);
      assertThat(found.lights()).containsEntry(StopLine.EVERY_WAY, List.of(TestDrive.LIGHT));
    });
  }
}
