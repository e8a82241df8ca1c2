package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HeartbeatsTest {
  private static final long S = 1_000_000_000L;

  private final Map<String, Long> heard = new TreeMap<>();
  private final Heartbeats heartbeats = new Heartbeats(() -> heard);

  @Test
  void whoBeatsNoMoreIsSilentAfterThreeSeconds() {
    heartbeats.expect(List.of("planning", "control"), 0);
    long silentS = 0;
    for (long s = 1; s < 10 && silentS == 0; s++) {
      beat("control", 10 * s);
      beat("planning", 10 * Math.min(s, 4));
      if (!heartbeats.silent(s * S).isEmpty()) {
        assertThat(heartbeats.silent(s * S)).containsExactly("planning");
        silentS = s;
      }
    }

    assertThat(silentS).isEqualTo(8);
  }

  @Test
  void whoHasJustBeenStartedHasAMinuteForItsFirstBeat() {
    beat("planning", 500); // left by the one that was killed
    heartbeats.expect(List.of("planning"), 0);
    beat("planning", 502); // it had said that, too
    assertThat(heartbeats.silent(S / 5)).isEmpty();

    for (long s = 1; s <= 60; s++) {
      assertThat(heartbeats.silent(s * S)).as("after " + s + " s").isEmpty();
    }
    assertThat(heartbeats.silent(61 * S)).containsExactly("planning");
  }

  @Test
  void whoIsStillColdHasAsLong() {
    heartbeats.expect(List.of("planning"), 0);
    beat("planning", 3);
    for (long s = 1; s <= 61; s++) {
      assertThat(heartbeats.silent(s * S)).as("after " + s + " s").isEmpty();
    }

    assertThat(heartbeats.silent(62 * S)).containsExactly("planning");
  }

  @Test
  void whoWasHeldUpHimselfJudgesNobody() {
    heartbeats.expect(List.of("planning"), 0);
    beat("planning", 1);
    assertThat(heartbeats.silent(S)).isEmpty();

    assertThat(heartbeats.silent(20 * S)).as("the host slept").isEmpty();
    assertThat(heartbeats.silent(21 * S)).isEmpty();
  }

  private void beat(String node, long beats) {
    heard.put(node, beats);
  }
}
