package io.camber.app.ticket;

import io.camber.app.drive.LogPerception;
import io.camber.bus.Topic;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.ImportProgress;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.GnssFix;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.TruthFrame;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What this build's localization, detection and tracking make of a stretch of somebody else's drive, as a log. */
final class SeenLog implements LogPerception.Watcher, Closeable {
  private static final String PUBLISHER = "perceived";

  private final DriveLog log;
  private final boolean isPosed;
  private final long fromNs;
  private final long toNs;
  private long newestNs;
  private boolean isLocalized;

  private SeenLog(DriveLog log, boolean isPosed, long fromNs, long toNs) {
    this.log = log;
    this.isPosed = isPosed;
    this.fromNs = fromNs;
    this.toNs = toNs;
  }

  /**
   * Looks at a drive up to the end of a stretch of it and writes what is seen in the stretch.
   *
   * @param isPosed whether the drive has poses of its own
   */
  static SeenLog of(Path drive, boolean isPosed, long fromNs, long toNs, Path target)
      throws IOException {
    DriveLog log = DriveLog.create(target, PUBLISHER, ImportProgress.SILENT);
    SeenLog seen = new SeenLog(log, isPosed, fromNs, toNs);
    try {
      LogPerception.run(drive, Integer.MAX_VALUE, seen);
      seen.log.finish();
      return seen;
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    } finally {
      seen.close();
    }
  }

  /** Whether perception went by poses of this build. */
  boolean isLocalized() {
    return isLocalized;
  }

  @Override
  public boolean isContent() {
    return newestNs > toNs;
  }

  @Override
  public void onPose(EgoPose pose) {
    isLocalized = true;
    write(Topics.EGO_POSE, pose, pose.timeNs());
  }

  @Override
  public void onSweep(LidarSweep sweep, LidarCalibration lidar, LogPerception.Seen seen) {
    if (!isLocalized && !isPosed) {
      write(Topics.EGO_POSE, PerceivedScan.posed(sweep.timeNs(), seen), sweep.timeNs());
    }
    write(Topics.DETECTIONS, seen.detections(), sweep.timeNs());
    write(Topics.TRACKS, seen.tracks(), sweep.timeNs());
    newestNs = sweep.timeNs();
  }

  private <T> void write(Topic<T> topic, T value, long timeNs) {
    if (timeNs < fromNs || timeNs > toNs) {
      return;
    }
    try {
      log.write(topic, value, timeNs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onTruth(TruthFrame frame) {}

  @Override
  public void onFix(GnssFix fix) {}

  @Override
  public void onCamera(CameraCalibration camera) {}

  @Override
  public void close() throws IOException {
    log.close();
  }
}
