package io.camber.app.ticket;

import io.camber.app.drive.LogPerception;
import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Twist2;
import io.camber.jury.ticket.DriveId;
import io.camber.jury.ticket.Scan;
import io.camber.jury.ticket.ScannedRun;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.GnssFix;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Shows the checks what this build's localization, detection and tracking make of somebody else's drive. Labels in the log are not
 * looked at.
 */
public final class PerceivedScan implements LogPerception.Watcher {
  private final Scan scan = new Scan(Optional.empty());
  private final Map<String, Long> sequences = new TreeMap<>();
  private final CRC32 seen = new CRC32();
  private final PayloadBuffer encoded = new PayloadBuffer(1 << 16);
  private boolean hasPoses;

  private PerceivedScan() {}

  /** Scans a log with lidar sweeps. */
  public static ScannedRun of(Path log) {
    PerceivedScan perceived = new PerceivedScan();
    try {
      LogPerception.run(log, Integer.MAX_VALUE, perceived);
      if (!perceived.sequences.containsKey(Topics.TRACKS.name())) {
        throw new InputException(
            log
                + ": holds no lidar sweeps with calibration and poses, so there is nothing to perceive");
      }
      DriveId drive =
          new DriveId(String.valueOf(log.getFileName()), "perceived " + DriveScan.digest(log), 0);
      return new ScannedRun(
          log.toString(),
          drive,
          ScannedRun.perceived(perceived.seenHash()),
          System.currentTimeMillis(), // the drive is old, what this build makes of it is new
          perceived.scan.miles(),
          perceived.scan.asked(),
          perceived.scan.findings());
    } catch (IOException e) {
      throw new InputException(log + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Another build that sees something else makes another drive of it. */
  private String seenHash() {
    return String.format(Locale.ROOT, "%08x", seen.getValue());
  }

  @Override
  public void onPose(EgoPose pose) {
    hasPoses = true;
    show(Topics.EGO_POSE, pose, pose.timeNs());
  }

  @Override
  public void onSweep(LidarSweep sweep, LidarCalibration lidar, LogPerception.Seen seen) {
    if (!hasPoses) {
      show(Topics.EGO_POSE, posed(sweep.timeNs(), seen), sweep.timeNs());
    }
    show(Topics.LIDAR_SWEEP, sweep, sweep.timeNs());
    show(Topics.DETECTIONS, seen.detections(), sweep.timeNs());
    show(Topics.TRACKS, seen.tracks(), sweep.timeNs());
  }

  /** The log's own pose; nothing is known of how fast it moves. */
  static EgoPose posed(long timeNs, LogPerception.Seen seen) {
    return new EgoPose(
        timeNs, seen.mapFromBase(), Twist2.ZERO, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, PoseStatus.TRACKING);
  }

  private <T> void show(Topic<T> topic, T value, long timeNs) {
    if (!topic.equals(Topics.LIDAR_SWEEP)) {
      encoded.clear();
      topic.codec().encode(value, encoded);
      seen.update(encoded.view());
    }
    long sequence = sequences.merge(topic.name(), 1L, Long::sum) - 1;
    scan.onMessage(new Envelope(topic.name(), "", sequence, timeNs, timeNs, Origins.NONE), value);
  }

  @Override
  public void onTruth(TruthFrame frame) {}

  @Override
  public void onFix(GnssFix fix) {}

  @Override
  public void onCamera(CameraCalibration camera) {}
}
