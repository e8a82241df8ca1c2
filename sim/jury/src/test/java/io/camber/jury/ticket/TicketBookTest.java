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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    book.add(made(2, run("new build", 1, "h3")));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);

    book.add(made(3, run("newer build", 1, "h1", BICYCLE)));
    assertThat(state(book)).isEqualTo(TicketState.REGRESSED);
  }

  @Test
  void aRunThatEndsBeforeTheWorstMomentFixesNothing() {
    TicketBook book = new TicketBook();
    book.add(run("a", 1, "h1", BICYCLE));

    book.add(until(4, run("short", 1, "h2")));
    assertThat(state(book)).isEqualTo(TicketState.OPEN);

    book.add(until(5, run("as long", 1, "h3")));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);
  }

  @Test
  void aDriveOfAnotherSetupIsAnotherDrive() {
    TicketBook book = new TicketBook();
    book.add(setup("faults=[\"pose:jump\"]", run("struck", 1, "h1", BICYCLE)));

    book.add(run("without the fault", 1, "h2"));
    assertThat(state(book)).isEqualTo(TicketState.OPEN);
    assertThat(book.entries().get(0).key()).matches("U1-bicycle-cut-in-[0-9a-f]{8}");
    assertThat(TicketText.of(book.entries().get(0))).contains("cut-in (faults=");

    book.add(setup("faults=[\"pose:jump\"]", run("struck again", 1, "h3")));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);
  }

  @Test
  void aCheckThatWasNotAskedFixesNothingAndIsAskedLater() {
    TicketBook book = new TicketBook();
    Finding differs =
        new Finding("U16", Owner.PERCEPTION, "car", 1, 9, 4, 1.0, 5, "track 3: has no other");
    book.add(run("a", 1, "h1"));
    assertThat(book.entries()).isEmpty();

    ScannedRun against =
        run("a", 1, "h1").plus(Map.of("U16", new Asked(1, "other", 100)), List.of(differs));
    assertThat(book.add(against)).isTrue();
    assertThat(book.add(against)).isFalse();
    assertThat(book.entries()).extracting(TicketEntry::check).containsExactly("U16");

    book.add(run("new build", 1, "h2"));
    assertThat(state(book)).isEqualTo(TicketState.OPEN);
    book.add(run("new build", 1, "h2").plus(Map.of("U16", new Asked(1, "other", 100)), List.of()));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);
  }

  @Test
  void aBetterCheckIsAskedAgainOfTheSameRunAndMayTakeItBack() {
    TicketBook book = new TicketBook();
    book.add(run("a", 1, "h1", BICYCLE));

    assertThat(book.add(version(2, run("a", 1, "h1", BICYCLE)))).isTrue();
    assertThat(book.entries().get(0).runs()).isEqualTo(1);
    assertThat(book.entries().get(0).count()).isEqualTo(4);
    assertThat(book.entries().get(0).miles()).isEqualTo(1.0);

    assertThat(book.add(version(3, run("a", 1, "h1")))).isTrue();
    assertThat(state(book)).isEqualTo(TicketState.FIXED);
  }

  @Test
  void anotherSeedOpensAFixedTicketAgainAndIsNoRegression() {
    TicketBook book = new TicketBook();
    book.add(run("a", 1, "h1", BICYCLE));
    book.add(run("b", 1, "h2"));

    book.add(run("other seed", 2, "h3", BICYCLE));
    assertThat(state(book)).isEqualTo(TicketState.OPEN);
    assertThat(book.entries().get(0).worst().run()).isEqualTo("other seed");
  }

  @Test
  void anOldRunScannedAfterANewOneChangesNoState() {
    TicketBook book = new TicketBook();
    book.add(made(20, run("second", 1, "h2", BICYCLE)));
    book.add(made(10, run("first, without it", 1, "h1")));
    assertThat(state(book)).isEqualTo(TicketState.OPEN);

    book.add(made(40, run("fourth", 1, "h4")));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);
    book.add(made(30, run("third", 1, "h3", BICYCLE)));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);
    book.add(made(50, run("fifth", 1, "h5", BICYCLE)));
    assertThat(state(book)).isEqualTo(TicketState.REGRESSED);
  }

  @Test
  void inWhateverOrderRunsAreScannedTheBookIsTheSame() {
    List<ScannedRun> runs = List.of(
        made(10, run("a", 1, "h1", BICYCLE)),
        made(20, run("b", 1, "h2")),
        made(30, run("other seed", 2, "h3", BICYCLE)),
        made(40, version(2, run("c", 1, "h4", BICYCLE))),
        made(40, run("c", 1, "h4", BICYCLE)),
        made(50, run("d", 2, "h5")));
    List<String> books = new ArrayList<>();
    for (int shift = 0; shift < runs.size(); shift++) {
      for (int stride : new int[] {1, runs.size() - 1}) {
        TicketBook book = new TicketBook();
        for (int i = 0; i < runs.size(); i++) {
          book.add(runs.get((shift + i * stride) % runs.size()));
        }
        books.add(TicketFile.text(book));
      }
    }

    assertThat(books.stream().distinct()).hasSize(1);
    assertThat(books.get(0)).contains("\"state\"");
  }

  @Test
  void anOldBuildThatIsDrivenTodayIsNoRegressionWhenItSaysHowOldItIs() {
    TicketBook book = new TicketBook();
    book.add(made(10, run("a", 1, "h1", BICYCLE)));
    book.add(made(20, run("b", 1, "h2")));
    ScannedRun today = made(30, run("release of last year, driven today", 1, "h0", BICYCLE));

    book.add(today.asOf(5));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);
    book.add(today);
    assertThat(state(book)).isEqualTo(TicketState.REGRESSED);
  }

  @Test
  void whoComesOutAsLongAgoHasComeBack() {
    TicketBook book = new TicketBook();
    book.add(made(10, run("a", 1, "h1", BICYCLE)));
    book.add(made(15, run("a again", 1, "h1", BICYCLE)));
    assertThat(book.entries().get(0).runs()).isEqualTo(1);
    book.add(made(20, run("b", 1, "h2")));
    book.add(made(30, run("the change taken back", 1, "h1", BICYCLE)));

    assertThat(state(book)).isEqualTo(TicketState.REGRESSED);
    assertThat(book.entries().get(0).runs()).isEqualTo(2);
  }

  @Test
  void aBookOfAnOlderBuildIsRefusedWithTheWayOut() throws IOException {
    Path file = folder.resolve("old.json");
    Files.writeString(file, "{\"schema\": \"camber.tickets/2\", \"tickets\": [], \"scanned\": {}}");

    assertThatThrownBy(() -> TicketFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("scan the runs again");
  }

  @Test
  void aBookIsReadAsItWasWritten() throws IOException {
    TicketBook book = new TicketBook();
    book.add(setup("weather=fog", run("a", 1, "h1", BICYCLE)));
    book.add(setup("weather=fog", run("b", 1, "h2")));
    Path file = folder.resolve("tickets.json");

    Files.writeString(file, TicketFile.text(book));

    assertThat(TicketFile.read(file).entries()).isEqualTo(book.entries());
    assertThat(TicketFile.text(TicketFile.read(file))).isEqualTo(TicketFile.text(book));
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

    // another build that sees the same fixes nothing, one that sees something else does
    assertThat(book.add(run("kitti.mcap", 0, ScannedRun.perceived("h1")))).isFalse();
    book.add(run("kitti.mcap", 0, ScannedRun.perceived("h2")));
    assertThat(state(book)).isEqualTo(TicketState.FIXED);
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
    return new ScannedRun(
        name,
        new DriveId("cut-in", "", seed),
        hash,
        0,
        1.0,
        Map.of("U1", new Asked(1, "", 100)),
        List.of(findings));
  }

  private static ScannedRun until(long untilNs, ScannedRun run) {
    return run.plus(Map.of("U1", new Asked(1, "", untilNs)), List.of());
  }

  private static ScannedRun version(int version, ScannedRun run) {
    return run.plus(Map.of("U1", new Asked(version, "", 100)), List.of());
  }

  private static ScannedRun setup(String setup, ScannedRun run) {
    return new ScannedRun(
        run.run(),
        new DriveId(run.drive().scenario(), setup, run.drive().seed()),
        run.hash(),
        run.madeMs(),
        run.miles(),
        run.asked(),
        run.findings());
  }

  private static ScannedRun made(long madeMs, ScannedRun run) {
    return new ScannedRun(
        run.run(), run.drive(), run.hash(), madeMs, run.miles(), run.asked(), run.findings());
  }
}
