package io.camber.app.blame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.command.CamberCommand;
import io.camber.app.recorded.Clip;
import io.camber.app.recorded.LoggedScan;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.Simulation;
import io.camber.app.ticket.DriveScan;
import io.camber.app.ticket.PerceivedScan;
import io.camber.app.ticket.ScoredDrive;
import io.camber.app.ticket.VersionScan;
import io.camber.diagnostics.InputException;
import io.camber.jury.scoring.Word;
import io.camber.jury.ticket.Finding;
import io.camber.jury.ticket.Scan;
import io.camber.jury.ticket.ScannedRun;
import io.camber.jury.ticket.TicketBook;
import io.camber.jury.ticket.TicketEntry;
import io.camber.jury.ticket.TicketFile;
import io.camber.jury.ticket.TicketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that need no truth against drives with one known fault, and against one without. */
final class FaultTicketsTest {
  private static final long FAULT_NS = 3_000_000_000L;

  @TempDir
  private Path folder;

  @Test
  void aDriveWithoutFaultHasNoTicket() {
    assertThat(scan(drive("none", "", Spoiled.Fault.BLIND)).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"localization, POSE_JUMPS, U11", "planning, PLAN_JUMPS, U12", "control, SHAKING, U13"
  })
  void eachFaultIsFoundByItsCheckAndNotBeforeItIsThere(
      String node, Spoiled.Fault fault, String check) {
    Scan scanned = scan(drive(fault.name(), node, fault));

    List<Finding> found = scanned.findings().stream()
        .filter(finding -> finding.check().equals(check))
        .toList();
    assertThat(found).as(scanned.findings().toString()).isNotEmpty();
    assertThat(found.get(0).firstNs()).isGreaterThanOrEqualTo(FAULT_NS);
  }

  @Test
  void theCommandKeepsABookAndCutsTheWorstMoment() throws IOException {
    Path run = drive("long", NodeNames.TRUTH_PERCEPTION, Spoiled.Fault.LONG_BICYCLES);
    String book = folder.resolve("book.json").toString();
    String live = Files.readString(run.resolve(RunFolder.TICKETS));

    assertThat(live).contains("U1-bicycle-stop-and-go");
    assertThat(camber("tickets", "scan", run.toString(), "--book", book)).isZero();
    String key = TicketFile.read(Path.of(book)).entries().stream()
        .map(TicketEntry::key)
        .filter(one -> one.startsWith("U1-bicycle-stop-and-go"))
        .findFirst()
        .orElseThrow();
    Path clip = folder.resolve("clip.mcap");
    assertThat(camber("tickets", "show", key, "--book", book, "--clip", clip.toString()))
        .isZero();
    assertThat(Files.size(clip)).isLessThan(Files.size(run.resolve(RunFolder.DRIVE)));
    // the clip is a drive of its own that shows the same
    assertThat(LoggedScan.of(clip).findings()).extracting(Finding::check).contains("U1");
    assertThat(camber("tickets", "show", "U1-bicycle-stop-and-gone", "--book", book))
        .isEqualTo(2);
    assertThat(Clip.cut(run.resolve(RunFolder.DRIVE), 0, 0, folder.resolve("start.mcap"))
            .messages())
        .isPositive();
    // there is no bicycle of that length: by the truth of the same log the check is right
    assertThat(ScoredDrive.of(run).sightings())
        .filteredOn(one -> one.alarm().check().equals("U1"))
        .isNotEmpty()
        .allMatch(one -> one.word() == Word.RIGHT);
    assertThat(camber("tickets", "score", run.toString())).isZero();
  }

  @Test
  void twoVersionsOfADriveAreHeldAgainstEachOther() {
    Path sound = drive("sound", "", Spoiled.Fault.BLIND);
    Path other = drive("other", NodeNames.TRUTH_PERCEPTION, Spoiled.Fault.LONG_BICYCLES);

    assertThat(against(sound, sound)).isEmpty();
    assertThat(against(sound, other)).extracting(Finding::check).containsOnly("U16");
    assertThatThrownBy(() -> PerceivedScan.of(sound.resolve(RunFolder.DRIVE)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing to perceive");
  }

  @Test
  void twoLogsOfOneNameStayApart() throws IOException {
    Path one = drive("one", NodeNames.TRUTH_PERCEPTION, Spoiled.Fault.LONG_BICYCLES);
    Path other = drive("two", NodeNames.TRUTH_PERCEPTION, Spoiled.Fault.DOUBLED);
    TicketBook book = new TicketBook();

    for (Path run : List.of(one, other)) {
      ScannedRun bare = DriveScan.of(run.resolve(RunFolder.DRIVE));
      assertThat(bare.drive().scenario()).isEqualTo("drive.mcap");
      book.add(bare);
    }

    assertThat(book.entries()).extracting(TicketEntry::check).contains("U1", "U6");
    assertThat(book.entries()).extracting(TicketEntry::state).containsOnly(TicketState.OPEN);
  }

  @Test
  void anotherSetupIsAnotherDriveAndAShortOneFixesNothing() {
    ScannedRun struck =
        DriveScan.of(drive("fault", "", Spoiled.Fault.BLIND, 6.0, "pose:freeze@3s.."));
    ScannedRun sound = DriveScan.of(drive("none", "", Spoiled.Fault.BLIND, 6.0, ""));
    ScannedRun brief =
        DriveScan.of(drive("brief", "", Spoiled.Fault.BLIND, 2.0, "pose:freeze@3s.."));
    TicketBook book = new TicketBook();
    book.add(struck);
    List<TicketEntry> opened = book.entries();

    book.add(sound);
    book.add(brief);

    assertThat(opened).isNotEmpty();
    assertThat(book.entries()).extracting(TicketEntry::state).containsOnly(TicketState.OPEN);
    assertThat(sound.drive().setup()).isEqualTo("perception=TRUTH sensors=NONE");
    assertThat(struck.drive().setup()).contains("pose:freeze@3s");
  }

  @Test
  void aRunIsAsOldAsItsStartWhateverTheTimeStampOfItsLog() throws IOException {
    Path run = drive("started", "", Spoiled.Fault.BLIND, 1.0, "");
    long made = DriveScan.of(run).madeMs();
    assertThat(made).isBetween(1_700_000_000_000L, System.currentTimeMillis());

    Files.setLastModifiedTime(run.resolve(RunFolder.DRIVE), FileTime.fromMillis(0));
    assertThat(DriveScan.of(run).madeMs()).isEqualTo(made);
  }

  private static List<Finding> against(Path one, Path other) {
    return VersionScan.added(DriveScan.of(one), one, other).findings();
  }

  private static Scan scan(Path run) {
    return LoggedScan.of(run.resolve(RunFolder.DRIVE));
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }

  private Path drive(String name, String node, Spoiled.Fault fault) {
    return drive(name, node, fault, 6.0, "");
  }

  private Path drive(
      String name, String node, Spoiled.Fault fault, double untilS, String injected) {
    Simulation simulation = Simulation.of(Path.of("..", "..", "scenarios", "stop-and-go.xosc"))
        .truthPerception()
        .until(untilS)
        .out(folder.resolve(name));
    if (!injected.isEmpty()) {
      simulation.fault(injected);
    }
    if (!node.isEmpty()) {
      simulation.substitute(
          node, (actual, shipped) -> context -> new Spoiled(shipped, fault, FAULT_NS));
    }
    return simulation.run().folder().orElseThrow();
  }
}
