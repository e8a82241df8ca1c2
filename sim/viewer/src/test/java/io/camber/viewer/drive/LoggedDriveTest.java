package io.camber.viewer.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.messages.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoggedDriveTest {
  @Test
  void readsOnlyTheWindowAskedFor(@TempDir Path folder) throws IOException {
    SmallDrive.write(folder.resolve("drive.mcap"), 3.0);
    try (LoggedDrive drive = LoggedDrive.open(folder)) {
      List<Long> times = new ArrayList<>();

      drive.read(
          Set.of(Topics.TRACKS.name()),
          1_000_000_000L,
          1_300_000_000L,
          message -> times.add(message.timeNs() / 1_000_000));

      assertThat(times).containsExactly(1000L, 1100L, 1200L, 1300L);
      assertThat(drive.span()).isEqualTo(new DriveSpan(0, 3_000_000_000L, false));
    }
  }

  @Test
  void findsTheNewestMessageHoweverOldItIs(@TempDir Path folder) throws IOException {
    SmallDrive.write(folder.resolve("drive.mcap"), 3.0);
    try (LoggedDrive drive = LoggedDrive.open(folder)) {
      assertThat(drive.latest(Topics.MAP.name(), 2_900_000_000L))
          .hasValueSatisfying(message -> assertThat(message.timeNs()).isZero());
      assertThat(drive.latest(Topics.EGO_POSE.name(), 1_234_000_000L))
          .hasValueSatisfying(message -> assertThat(message.timeNs()).isEqualTo(1_230_000_000L));
      assertThat(drive.latest("/nothing", 1_000_000_000L)).isEmpty();
    }
  }

  /** What one thread reads is what four threads read at the same time, each for itself. */
  @Test
  void looksDoNotDisturbEachOther(@TempDir Path folder) throws Exception {
    SmallDrive.write(folder.resolve("drive.mcap"), 3.0);
    Set<String> topics = Set.of(Topics.EGO_POSE.name(), Topics.LIDAR_SWEEP.name());
    try (LoggedDrive drive = LoggedDrive.open(folder)) {
      List<DriveMessage> alone = all(drive, topics);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<List<DriveMessage>>> looks = new ArrayList<>();
      for (int look = 0; look < 40; look++) {
        looks.add(threads.submit(() -> all(drive, topics)));
      }
      threads.shutdown();

      assertThat(alone).hasSizeGreaterThan(300);
      for (Future<List<DriveMessage>> look : looks) {
        assertThat(look.get()).isEqualTo(alone);
      }
    }
  }

  private static List<DriveMessage> all(LoggedDrive drive, Set<String> topics) throws IOException {
    List<DriveMessage> messages = new ArrayList<>();
    drive.read(topics, 0, 3_000_000_000L, messages::add);
    return messages;
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNoLog(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("drive.mcap"), "this is no drive");

    assertThatThrownBy(() -> LoggedDrive.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("drive.mcap");
    assertThatThrownBy(() -> LoggedDrive.open(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such drive");
  }
}
