package io.camber.jury.check;

import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.envelope;
import static io.camber.jury.check.Shown.pose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

final class InnovationCheckTest {
  @Test
  void theSquareIsInUnitsOfBothUncertainties() {
    // the pose says 0.1 m along and across, the fix 0.3 m: 1 m off is 1 / 0.1
    assertThat(InnovationCheck.squared(pose(0, 0.0, 0.0, 0.0), fix(0, 1.0)))
        .isCloseTo(10.0, within(1e-9));
  }

  @Test
  void fixesThatDoNotFitForASecondAreRaised() {
    List<Alarm> alarms = shown(i -> i >= 20);

    assertThat(alarms).hasSize(10);
    assertThat(alarms.get(0).timeNs()).isEqualTo(30 * TENTH_NS);
    assertThat(alarms.get(0).detail())
        .isEqualTo("for 1.0 s no satellite fix fits the pose, this one is 2.0 m off");
  }

  @Test
  void oneThatFitsBetweenEndsIt() {
    assertThat(shown(i -> i % 8 != 0)).isEmpty();
  }

  private static List<Alarm> shown(IntPredicate off) {
    InnovationCheck check = new InnovationCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long now = i * TENTH_NS;
      check.onMessage(envelope(Topics.EGO_POSE.name(), now), pose(now, 0.0, 0.0, 0.0), alarms::add);
      check.onMessage(
          envelope(Topics.GNSS.name(), now), fix(now, off.test(i) ? 2.0 : 0.2), alarms::add);
    }
    return alarms;
  }

  private static GnssFix fix(long timeNs, double x) {
    return new GnssFix(timeNs, new Vec3(x, 0.0, 0.0), Vec2.ZERO, 0.0, 0.3, 0.1, 0.01);
  }
}
