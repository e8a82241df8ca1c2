package io.camber.app.ticket;

import io.camber.app.blame.StruckComponent;
import io.camber.app.recorded.LoggedScan;
import io.camber.app.simulation.RunFolder;
import io.camber.diagnostics.InputException;
import io.camber.jury.attribution.Component;
import io.camber.jury.scoring.DriveScore;
import io.camber.jury.ticket.Scan;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the checks see in a recorded run, held against the truth of the same log. */
public final class ScoredDrive {
  private ScoredDrive() {}

  /**
   * Scores a run folder or a log.
   *
   * @throws InputException when the log holds no truth
   */
  public static DriveScore of(Path runOrFile) {
    Path drive = Files.isDirectory(runOrFile) ? runOrFile.resolve(RunFolder.DRIVE) : runOrFile;
    DriveScore.Witness witness = new DriveScore.Witness();
    Scan scan = LoggedScan.of(drive, witness::onMessage);
    if (!witness.hasTruth()) {
      throw new InputException(
          drive + ": holds no truth, so nothing can be scored; camber tickets scan needs none");
    }
    return witness.judge(scan, target -> StruckComponent.of(target).map(Component::owner));
  }
}
