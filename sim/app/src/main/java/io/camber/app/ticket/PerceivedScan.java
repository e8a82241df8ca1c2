package io.camber.app.ticket;

import io.camber.app.drive.LogPerception;
import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Twist2;
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
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Shows the checks what this build's localization, detection and tracking make of somebody else's drive. Labels in the log are not
 * looked at.
 */
public final class PerceivedScan implements LogPerception.Watcher {
  private final Scan scan = new Scan(Optional.empty());
  private final Map<String, Long> sequences = new TreeMap<>();
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
      return new ScannedRun(
          log.toString(),
          String.valueOf(log.getFileName()),
          0,
          ScannedRun.perceived(name(log)),
          perceived.scan.miles(),
          perceived.scan.findings());
    } catch (IOException e) {
      throw new InputException(log + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Another file is another drive. */
  private static String name(Path log) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(log), checksum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Long.toHexString(checksum.getValue()) + "-" + Files.size(log);
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

  private void show(Topic<?> topic, Object value, long timeNs) {
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
