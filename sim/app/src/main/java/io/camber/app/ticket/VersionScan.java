package io.camber.app.ticket;

import io.camber.app.recorded.LoggedTopics;
import io.camber.app.simulation.RunFolder;
import io.camber.diagnostics.InputException;
import io.camber.jury.check.VersionCheck;
import io.camber.jury.ticket.Asked;
import io.camber.jury.ticket.Scan;
import io.camber.jury.ticket.ScannedRun;
import io.camber.messages.Topics;
import io.camber.scene.Tracks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what one version said about a drive against what another said about it (U16). */
public final class VersionScan {
  private VersionScan() {}

  /** The same scan with what the other version's log adds to it. */
  public static ScannedRun added(ScannedRun scanned, Path runOrFile, Path other) {
    Scan scan = of(runOrFile, other);
    String against = DriveScan.digest(drive(other)).substring(0, 16);
    Map<String, Asked> asked = new TreeMap<>();
    scan.asked()
        .forEach(
            (check, one) -> asked.put(check, new Asked(one.version(), against, one.untilNs())));
    return scanned.plus(asked, scan.findings());
  }

  /** Where the two disagree before the car. */
  private static Scan of(Path runOrFile, Path other) {
    TreeMap<Long, Tracks> others = new TreeMap<>();
    LoggedTopics.tell(drive(other), List.of(Topics.TRACKS), (envelope, value) -> {
      if (value instanceof Tracks tracks) {
        others.put(tracks.timeNs(), tracks);
      }
    });
    if (others.isEmpty()) {
      throw new InputException(other + ": holds no tracks to hold others against");
    }
    Scan scan = Scan.asking("U16", new VersionCheck(others));
    LoggedTopics.tell(drive(runOrFile), List.of(Topics.EGO_POSE, Topics.TRACKS), scan::onMessage);
    return scan;
  }

  private static Path drive(Path runOrFile) {
    return Files.isDirectory(runOrFile) ? runOrFile.resolve(RunFolder.DRIVE) : runOrFile;
  }
}
