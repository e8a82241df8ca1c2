package io.camber.jury.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.jury.check.Alarm;
import io.camber.messages.Topics;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScanTest {
  private static final long TENTH_NS = 100_000_000L;

  @Test
  void aSensorThatIsDeadToTheEndIsRaisedFromTheThirdPeriodOn() {
    Scan scan = new Scan(Optional.empty());
    for (int i = 0; i < 1500; i++) {
      long now = i * 10_000_000L;
      scan.onMessage(message(Topics.EGO_POSE.name(), now), "");
      if (i % 10 == 0 && i < 500) {
        scan.onMessage(message(Topics.LIDAR_SWEEP.name(), now), "");
      }
    }

    assertThat(scan.sightings())
        .extracting(Alarm::check, Alarm::subject, Alarm::timeNs, Alarm::detail)
        .containsExactly(tuple(
            "U14",
            Topics.LIDAR_SWEEP.name(),
            4_900_000_000L + 3 * TENTH_NS,
            "nothing any more, for 10090 ms to the end"));
    assertThatThrownBy(() -> scan.onMessage(message(Topics.EGO_POSE.name(), 0), ""))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyWhatCouldBeLookedAtWasAsked() {
    Scan scan = new Scan(Optional.empty());
    scan.onMessage(message(Topics.TRACKS.name(), TENTH_NS), "");
    scan.onMessage(message(Topics.EGO_POSE.name(), 2 * TENTH_NS), "");

    assertThat(scan.asked())
        .containsKeys("U1", "U11", "U14", "U15")
        .doesNotContainKeys("U7", "U8", "U9", "U10", "U12", "U13", "U16");
    assertThat(scan.asked())
        .containsEntry("U1", new Asked(2, "", TENTH_NS))
        .containsEntry("U14", new Asked(3, "", 2 * TENTH_NS));
  }

  private static Envelope message(String topic, long timeNs) {
    return new Envelope(topic, "node", 0, timeNs, timeNs, Origins.NONE);
  }
}
