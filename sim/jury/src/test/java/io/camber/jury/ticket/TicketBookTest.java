package io.camber.jury.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TicketBookTest {
  private static final Finding BICYCLE = new Finding(
      "U1", Owner.PERCEPTION, "bicycle", 1, 9, 4, 1.0, 5, "track 3: a bicycle of 50.0 by 0.8 m");

  @TempDir
  private Path folder;

  @Test
  void repeatsOfOneThingAreOneTicket() {
    TicketBook book = new TicketBook();
    book.add(run("a", 1, "h1", BICYCLE));
    book.add(run("b", 2, "h2", BICYCLE));

    assertThat(book.entries()).hasSize(1);
    TicketEntry entry = book.entries().get(0);
    assertThat(entry.key()).isEqualTo("U1-bicycle-cut-in");
    assertThat(entry.runs()).isEqualTo(2);
    assertThat(entry.count()).isEqualTo(8);
    assertThat(entry.firstRun()).isEqualTo("a");
    assertThat(entry.lastRun()).isEqualTo("b");
    assertThat(entry.miles()).isEqualTo(2.0);
  }

  @Test
  void theSameDriveTwiceChangesNothing() {
    TicketBook book = new TicketBook();

    assertThat(book.add(run("a", 1, "h1", BICYCLE))).isTrue();
    assertThat(book.add(run("copy of a", 1, "h1", BICYCLE))).isFalse();
    assertThat(book.entries().get(0).runs()).isEqualTo(1);
  }

  @Test
  void isFixedWhenTheSameDriveComesOutOtherwiseAndRegressedWhenItIsBack() {
    TicketBook book = new TicketBook();
    book.add(run("a", 1, "h1", BICYCLE));
    book.add(run("other seed", 2, "h2"));
    assertThat(state(book)).isEqualTo(TicketState.OPEN);

    book.add(run("new build", 1, "h3"));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);

    book.add(run("newer build", 1, "h4", BICYCLE));
    assertThat(state(book)).isEqualTo(TicketState.REGRESSED);
  }

  @Test
  void aBookIsReadAsItWasWritten() throws IOException {
    TicketBook book = new TicketBook();
    book.add(run("a", 1, "h1", BICYCLE));
    Path file = folder.resolve("tickets.json");

    Files.writeString(file, TicketFile.text(book));

    assertThat(TicketFile.read(file).entries()).isEqualTo(book.entries());
    assertThat(TicketFile.read(file).scanned()).isEqualTo(book.scanned());
    Files.writeString(file, "{\"schema\": \"x\"}");
    assertThatThrownBy(() -> TicketFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no book of tickets");
  }

  @Test
  void aTicketTellsHowToSeeItAgain() {
    TicketBook book = new TicketBook();
    book.add(run("runs/a", 1, "h1", BICYCLE));

    assertThat(TicketText.of(book.entries().get(0)))
        .contains("camber rerun runs/a")
        .contains("camber tickets show U1-bicycle-cut-in --clip clip.mcap")
        .contains("camber view runs/a --at ")
        .contains("a bicycle of 50.0 by 0.8 m");
  }

  @Test
  void aDriveOfOthersIsNotMadeAgainButLookedAtAgain() {
    TicketBook book = new TicketBook();
    book.add(run("kitti.mcap", 0, ScannedRun.perceived("h1"), BICYCLE));

    assertThat(TicketText.of(book.entries().get(0)))
        .contains("camber tickets scan kitti.mcap --perceive")
        .doesNotContain("rerun");
  }

  @Test
  void oneWeakAlarmIsNoTicketAndThreeAre() {
    assertThat(scanned(2)).isEmpty();
    assertThat(scanned(3)).hasSize(1);
    assertThat(scanned(3).get(0).count()).isEqualTo(3);
  }

  /** A car 7 m long, a little more than there are, in so many messages. */
  private static List<Finding> scanned(int messages) {
    Scan scan = new Scan(Optional.empty());
    for (int i = 0; i < messages; i++) {
      Track car = new Track(
          1,
          ObjectClass.CAR,
          0.9,
          new Pose2(10.0, 0.0, 0.0),
          0.0,
          new Size3(7.0, 1.8, 1.5),
          Vec2.ZERO,
          0.0,
          0.0,
          1.0,
          0.1,
          0.1,
          0,
          0);
      long now = i * 100_000_000L;
      scan.onMessage(
          new Envelope(Topics.TRACKS.name(), "tracking", i, now, now, Origins.NONE),
          new Tracks(now, List.of(car)));
    }
    return scan.findings();
  }

  private static TicketState state(TicketBook book) {
    return book.entries().get(0).state();
  }

  private static ScannedRun run(String name, long seed, String hash, Finding... findings) {
    return new ScannedRun(name, "cut-in", seed, hash, 1.0, List.of(findings));
  }
}
