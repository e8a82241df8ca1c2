package io.camber.app.simulation;

import io.camber.app.simulation.Run.Inputs;
import io.camber.app.simulation.watch.Album;
import io.camber.app.simulation.watch.Judging;
import io.camber.map.RoadMap;
import io.camber.recording.RecorderConfig;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The first seconds of a drive, recorded like the drive itself, or judged where there is no log, and then forgotten: what log and
 * jury run for the first time would otherwise be compiled while the car needs the processor.
 */
final class Rehearsal implements Closeable {
  private final DrivePlan plan;
  private final RunFolder scratch;
  private final DriveLog log;

  private Rehearsal(DrivePlan plan, RunFolder scratch, DriveLog log) {
    this.plan = plan;
    this.scratch = scratch;
    this.log = log;
  }

  static Rehearsal of(DrivePlan unwatched, RoadMap map) {
    try {
      RunFolder scratch = RunFolder.create(Files.createTempDirectory("camber-rehearsal"));
      DriveLog log = DriveLog.open(
          Optional.of(scratch),
          unwatched.options(),
          new Inputs(unwatched.mapFile(), map),
          RecorderConfig.DEFAULT);
      DrivePlan plan =
          unwatched.watchedBy(List.of(log, Judging.of(unwatched.world(), map), new Album()));
      return new Rehearsal(plan, scratch, log);
    } catch (IOException e) {
      throw new UncheckedIOException("the rehearsal's log cannot be written", e);
    }
  }

  DrivePlan plan() {
    return plan;
  }

  /** Removes the log. */
  @Override
  public void close() throws IOException {
    log.close();
    scratch.remove();
  }
}
