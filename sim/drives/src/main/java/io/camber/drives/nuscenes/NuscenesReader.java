package io.camber.drives.nuscenes;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveReader;
import io.camber.drives.log.DriveTopics;
import io.camber.drives.source.Pictures;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.SourceTree.Found;
import io.camber.geometry.Pose3;
import io.camber.messages.Topics;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Files named {@code CAR-DATE__SENSOR__MICROSECONDS}: sweeps of five floats a point (x right, y forward, z up, intensity, ring)
 * and JPEG pictures. Poses, boxes and calibration lie in the collection's tables, which are not read: where the sensors sit is
 * what the collection's car has.
 */
public final class NuscenesReader implements DriveReader {
  private static final String NAME = "[^/]*__([A-Z_]+)__(\\d{16})";
  private static final int POINT_BYTES = 20;
  private static final long BYTES_MAX = 64L << 20;
  private static final String LIDAR = "top";

  /** The lidar looks to the left of the car: its y axis is the car's x axis. */
  private static final Pose3 BASE_FROM_LIDAR = new Pose3(0.94, 0.0, 1.84, -Math.PI / 2.0, 0.0, 0.0);

  private static final Pose3 BASE_FROM_FRONT = new Pose3(1.70, 0.02, 1.51, 0.0, 0.0, 0.0);
  private static final double FRONT_FOCAL_PX = 1266.4;
  private static final int BEAMS = 32;
  private static final int COLUMNS = 1084;
  private static final double RANGE_M = 105.0;
  private static final long SWEEP_NS = 50_000_000L;

  private final SourceTree tree;
  private final List<Found> files;

  private NuscenesReader(SourceTree tree) {
    this.tree = tree;
    List<Found> all = new ArrayList<>(tree.find(NAME + "\\.(pcd\\.bin|jpg)"));
    all.sort(Comparator.comparing((Found found) -> found.group(2)).thenComparing(Found::file));
    this.files = all;
  }

  /** Whether the tree holds files of that naming. */
  public static boolean knows(SourceTree tree) {
    return tree.has(NAME + "\\.(pcd\\.bin|jpg)");
  }

  public static NuscenesReader open(SourceTree tree) {
    return new NuscenesReader(tree);
  }

  @Override
  public String about() {
    return "nuScenes, " + files.size() + " files";
  }

  @Override
  public void read(DriveLog log) throws IOException {
    log.notes()
        .remark("no tables: sensors sit where the collection's car has them, to some centimetres");
    for (int i = 0; i < files.size(); i++) {
      Found found = files.get(i);
      long timeNs = Long.parseLong(found.group(2)) * 1000L;
      String sensor = found.group(1);
      if (sensor.startsWith("LIDAR")) {
        writeSweep(log, found.file(), timeNs);
      } else if (sensor.startsWith("CAM")) {
        writeImage(log, found.file(), sensor, timeNs);
      } else {
        log.notes().skip(sensor + " (" + found.group(3) + ")");
      }
      log.progress((i + 1.0) / files.size());
    }
  }

  private static void writeSweep(DriveLog log, Path file, long timeNs) throws IOException {
    if (log.isNew(Topics.LIDAR_CALIBRATION)) {
      log.write(
          Topics.LIDAR_CALIBRATION,
          new LidarCalibration(LIDAR, BASE_FROM_LIDAR, BEAMS, COLUMNS, RANGE_M, SWEEP_NS),
          timeNs);
    }
    log.write(Topics.LIDAR_SWEEP, sweep(file, timeNs), timeNs);
  }

  /** The unit turns clockwise and its stamp is the end of the turn; columns come in order of time. */
  private static LidarSweep sweep(Path file, long endNs) throws IOException {
    long size = Files.size(file);
    if (size % POINT_BYTES != 0 || size > BYTES_MAX) {
      throw new InputException(file + ": has " + size + " bytes, not a multiple of " + POINT_BYTES
          + " below " + BYTES_MAX + "; byte " + size / POINT_BYTES * POINT_BYTES
          + " begins a piece of a point");
    }
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int points = in.remaining() / POINT_BYTES;
    ByteBuffer out =
        ByteBuffer.allocate(points * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < points; i++) {
      float x = in.getFloat();
      float y = in.getFloat();
      float z = in.getFloat();
      float intensity = in.getFloat();
      float ring = in.getFloat();
      int offsetNs = (int) (SWEEP_NS * (i + 0.5) / points);
      int bright = Math.round(Math.max(0.0f, Math.min(255.0f, intensity)));
      int row = ring >= 0.0f && ring < BEAMS ? Math.round(ring) : 0;
      LidarSweep.put(out, x, y, z, offsetNs, row, bright);
    }
    return new LidarSweep(LIDAR, endNs - SWEEP_NS, endNs, out.flip());
  }

  private static void writeImage(DriveLog log, Path file, String sensor, long timeNs)
      throws IOException {
    String id = sensor.equals("CAM_FRONT") ? "front" : DriveTopics.word(sensor);
    CameraImage image = Pictures.read(file.toString(), Files.readAllBytes(file), id, timeNs);
    if (id.equals("front") && log.isNew(Topics.CAMERA_CALIBRATION)) {
      log.write(
          Topics.CAMERA_CALIBRATION,
          new CameraCalibration(
              id,
              BASE_FROM_FRONT,
              image.width(),
              image.height(),
              FRONT_FOCAL_PX,
              FRONT_FOCAL_PX,
              image.width() / 2.0,
              image.height() / 2.0,
              0.0,
              0.0),
          timeNs);
    }
    log.write(DriveTopics.image(id), image, timeNs);
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
