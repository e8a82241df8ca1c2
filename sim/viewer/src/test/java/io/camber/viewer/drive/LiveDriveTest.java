package io.camber.viewer.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LiveDriveTest {
  private static final Schema NONE = new Schema("none", "none", new byte[0]);

  @Test
  void keepsTheNewestBytesAndTheLastOfEveryTopic() {
    LiveDrive drive = new LiveDrive("live", 1000);
    drive.add(NONE, "/map", "world", 0, new byte[100]);
    for (int i = 1; i <= 100; i++) {
      drive.add(NONE, "/pose", "ego", i, new byte[100]);
    }

    List<Long> kept = new ArrayList<>();
    drive.read(Set.of("/map", "/pose"), 0, 1000, message -> kept.add(message.timeNs()));

    assertThat(kept).containsExactly(0L, 91L, 92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L, 100L);
    assertThat(drive.span()).isEqualTo(new DriveSpan(90, 100, true));
    assertThat(drive.latest("/map", 50)).isPresent();
    assertThat(drive.topics()).contains(new DriveTopic("/pose", NONE, 100));
  }

  @Test
  void handsMessagesOutInTheOrderTheyCame() {
    LiveDrive drive = new LiveDrive("live", 1000);
    drive.add(NONE, "/b", "x", 5, new byte[1]);
    drive.add(NONE, "/a", "x", 5, new byte[1]);
    drive.add(NONE, "/b", "x", 6, new byte[1]);

    List<String> order = new ArrayList<>();
    drive.read(Set.of("/a", "/b"), 5, 6, message -> order.add(message.topic()));

    assertThat(order).containsExactly("/b", "/a", "/b");
  }

  @Test
  void whatComesLateIsSeenByWhoHasLookedAlready() {
    LiveDrive drive = new LiveDrive("live", 1000);
    drive.add(NONE, "/a", "x", 10, new byte[1]);
    long seenNs = drive.span().endNs();
    drive.add(NONE, "/b", "y", 9, new byte[1]);
    drive.add(NONE, "/a", "x", 10, new byte[1]);
    drive.add(NONE, "/b", "y", 1_000_000, new byte[1]);

    List<Long> times = new ArrayList<>();
    drive.read(
        Set.of("/a", "/b"),
        seenNs + 10_000,
        drive.span().endNs(),
        message -> times.add(message.timeNs()));

    assertThat(times).hasSize(3).isSorted().endsWith(1_000_000L);
  }

  @Test
  void aStampFromTheFutureDoesNotHoldUpTheOthersAndAPauseIsCaughtUpWith() {
    LiveDrive drive = new LiveDrive("live", 1000);
    long second = 1_000_000_000L;
    drive.add(NONE, "/a", "x", 0, new byte[1]);
    drive.add(NONE, "/b", "wrong clock", 3_600 * second, new byte[1]);
    assertThat(drive.span().endNs()).isEqualTo(second);
    drive.add(NONE, "/a", "x", 2 * second, new byte[1]);
    assertThat(drive.span().endNs()).isEqualTo(2 * second);

    for (int i = 0; i < 5; i++) {
      drive.add(NONE, "/a", "x", 6 * second + i, new byte[1]);
    }
    assertThat(drive.span().endNs()).isEqualTo(6 * second + 4);
  }

  @Test
  void anEndedDriveGrowsNoMore() {
    LiveDrive drive = new LiveDrive("live", 1000);
    drive.add(NONE, "/a", "x", 5, new byte[1]);

    drive.finish(java.util.Optional.empty());

    assertThat(drive.span().isGrowing()).isFalse();
    assertThat(drive.latest("/a", 5)).isPresent();
    assertThat(drive.latest("/a", 4)).isEmpty();
  }
}
