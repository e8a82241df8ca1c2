package io.camber.app.realism;

import io.camber.app.drive.LogMessages;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose3;
import io.camber.messages.Topics;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads recorded sweeps: logs (of imported drives, with what they know of cars, and of runs), and single files of nuScenes. */
final class RecordedSweeps {
  /** Labels are valid for the sweep of their moment and no other. */
  private static final long NEAR_NS = 55_000_000L;

  private static final int REMEMBERED = 40;
  private static final int NUSCENES_POINT = 20;

  /** Height of the nuScenes lidar above the ground (its calibration table). */
  private static final double NUSCENES_MOUNT_M = 1.84;

  private RecordedSweeps() {}

  static SweepTally read(Path file, int sweepsMax) throws IOException {
    SweepTally tally = new SweepTally();
    if (file.toString().endsWith(".pcd.bin")) {
      keyFrame(file, tally);
    } else {
      log(file, sweepsMax, tally);
    }
    if (tally.sweeps() == 0) {
      throw new InputException(file + ": holds no sweep of " + Topics.LIDAR_SWEEP.name());
    }
    return tally;
  }

  private static void log(Path file, int sweepsMax, SweepTally tally) throws IOException {
    ArrayDeque<TruthFrame> truths = new ArrayDeque<>();
    ArrayDeque<LidarSweep> waiting = new ArrayDeque<>();
    Optional<LidarCalibration> lidar = Optional.empty();
    try (LogMessages messages = LogMessages.open(
        file, Set.of(Topics.LIDAR_SWEEP, Topics.LIDAR_CALIBRATION, Topics.TRUTH_FRAME))) {
      for (Optional<LogMessages.Item> item = messages.next();
          item.isPresent() && tally.sweeps() < sweepsMax;
          item = messages.next()) {
        Object value = item.get().value();
        if (value instanceof LidarCalibration calibration) {
          lidar = Optional.of(calibration);
        } else if (value instanceof TruthFrame truth) {
          truths.addLast(truth);
          if (truths.size() > REMEMBERED) {
            truths.removeFirst();
          }
        } else if (value instanceof LidarSweep sweep) {
          waiting.addLast(sweep);
        }
        // One message later the truth of a sweep's moment is there, if there is any.
        while (lidar.isPresent() && waiting.size() > 1) {
          take(waiting.removeFirst(), lidar.get(), truths, tally);
        }
      }
      while (lidar.isPresent() && !waiting.isEmpty() && tally.sweeps() < sweepsMax) {
        take(waiting.removeFirst(), lidar.get(), truths, tally);
      }
    }
  }

  private static void take(
      LidarSweep sweep, LidarCalibration lidar, ArrayDeque<TruthFrame> truths, SweepTally tally) {
    TruthFrame nearest = nothing(sweep.timeNs());
    long best = NEAR_NS;
    for (TruthFrame truth : truths) {
      long away = Math.abs(truth.timeNs() - sweep.timeNs());
      if (away < best) {
        best = away;
        nearest = truth;
      }
    }
    tally.add(sweep, lidar, nearest);
  }

  private static TruthFrame nothing(long timeNs) {
    return new TruthFrame(timeNs, "", false, List.of(), List.of());
  }

  /** x right, y ahead, z up, intensity 0 to 255, row, all float32. */
  private static void keyFrame(Path file, SweepTally tally) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (from.remaining() == 0 || from.remaining() % NUSCENES_POINT != 0) {
      throw new InputException(
          file + ": " + from.remaining() + " bytes are no list of points of five numbers");
    }
    int count = from.remaining() / NUSCENES_POINT;
    ByteBuffer points =
        ByteBuffer.allocate(count * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      float right = from.getFloat();
      float ahead = from.getFloat();
      float up = from.getFloat();
      int intensity = (int) Math.max(0.0f, Math.min(255.0f, from.getFloat()));
      int row = (int) from.getFloat();
      LidarSweep.put(points, ahead, -right, up, 0, row, intensity);
    }
    points.flip();
    LidarCalibration lidar = new LidarCalibration(
        "lidar_top",
        new Pose3(0.0, 0.0, NUSCENES_MOUNT_M, 0.0, 0.0, 0.0),
        32,
        0,
        100.0,
        50_000_000L);
    tally.add(new LidarSweep("lidar_top", 0, 0, points), lidar, nothing(0));
  }
}
