package io.camber.jury.check;

import static io.camber.jury.check.Shown.TENTH_NS;
import static io.camber.jury.check.Shown.envelope;
import static io.camber.jury.check.Shown.sweep;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** A lidar is held against itself: how many points, and how bright. */
final class SweepCheckTest {
  @Test
  void aLensThatGoesDimIsRaised() {
    List<Alarm> alarms = shown(i -> i < 30 ? 100 : 40);

    assertThat(alarms).hasSize(30);
    assertThat(alarms.get(0).detail()).isEqualTo("mean intensity 40, usually 100");
    assertThat(alarms.get(0).severity()).isEqualTo(0.5);
    assertThat(shown(i -> i < 30 ? 100 : 60)).isEmpty();
    assertThat(shown(i -> i < 30 ? 100 : 210)).hasSize(30);
  }

  @Test
  void twoLidarsOfTwoKindsAreEachHeldAgainstThemselves() {
    SweepCheck check = new SweepCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long now = i * TENTH_NS;
      check.onMessage(
          envelope("/a", now), sweep("large", now, SweepCheckTest::all, 100), alarms::add);
      check.onMessage(
          envelope("/b", now), sweep("small", now, degree -> degree < 60, 10), alarms::add);
    }
    assertThat(alarms).isEmpty();

    check.onMessage(envelope("/b", 0), sweep("small", 0, degree -> degree < 20, 10), alarms::add);
    assertThat(alarms).extracting(Alarm::subject).containsExactly("small");
    assertThat(alarms.get(0).severity()).isEqualTo(1.0);
  }

  private static List<Alarm> shown(IntUnaryOperator intensity) {
    SweepCheck check = new SweepCheck();
    List<Alarm> alarms = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      check.onMessage(
          envelope("/a", i),
          sweep("lidar_top", i, SweepCheckTest::all, intensity.applyAsInt(i)),
          alarms::add);
    }
    return alarms;
  }

  private static boolean all(int degree) {
    return degree >= 0;
  }
}
