package io.camber.drives.ouster;

import io.camber.diagnostics.InputException;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveReader;
import io.camber.drives.ouster.PcapFile.Datagram;
import io.camber.drives.source.SourceTree;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A capture of a sensor's datagrams and, beside it under the same name, its metadata: a revolution becomes a sweep in the
 * sensor's frame, its inertial samples come along. Times are the sensor's own.
 */
public final class OusterReader implements DriveReader {
  private static final String LIDAR = "top";
  private static final double RANGE_M = 120.0;
  private static final int IMU_BYTES = 48;
  private static final double GRAVITY_MPS2 = 9.80665;
  private static final int LEGACY_VALID = -1;

  private final SourceTree tree;
  private final Path capture;
  private final OusterSensor sensor;
  private final List<Path> without;

  private OusterReader(SourceTree tree, Path capture, OusterSensor sensor, List<Path> without) {
    this.tree = tree;
    this.capture = capture;
    this.sensor = sensor;
    this.without = without;
  }

  /** Whether the tree holds captures. */
  public static boolean knows(SourceTree tree) {
    return tree.has("[^/]+\\.pcap");
  }

  /** One capture; {@code part} names it without its ending when several have metadata. */
  public static OusterReader open(SourceTree tree, Optional<String> part) throws IOException {
    List<Path> with = new ArrayList<>();
    List<Path> without = new ArrayList<>();
    for (SourceTree.Found found : tree.find("([^/]+)\\.pcap")) {
      if (part.isEmpty() || part.get().equals(found.group(1))) {
        (Files.isRegularFile(metadata(found.file())) ? with : without).add(found.file());
      }
    }
    if (with.isEmpty()) {
      String wanted = without.isEmpty() ? "NAME.json" : metadata(without.get(0)).toString();
      throw new InputException(tree.root() + ": the angles of the beams are in the sensor's"
          + " metadata, which belongs beside the capture as " + wanted);
    }
    if (with.size() > 1) {
      List<String> names = with.stream().map(OusterReader::stem).toList();
      throw new InputException(tree.root() + ": holds the captures " + String.join(", ", names)
          + "; choose one with --part");
    }
    return new OusterReader(tree, with.get(0), OusterSensor.read(metadata(with.get(0))), without);
  }

  private static String stem(Path capture) {
    String name = String.valueOf(capture.getFileName());
    return name.substring(0, name.length() - ".pcap".length());
  }

  private static Path metadata(Path capture) {
    return capture.resolveSibling(stem(capture) + ".json");
  }

  @Override
  public String about() {
    return "Ouster " + sensor.name() + ", " + stem(capture);
  }

  @Override
  public void read(DriveLog log) throws IOException {
    log.notes().remark("nobody says where the sensor sits: taken as the car's own frame");
    log.notes().remark("times are the sensor's clock");
    without.forEach(
        other -> log.notes().skip("capture " + other.getFileName() + " (no metadata beside it)"));
    Optional<OusterSweep> open = Optional.empty();
    try (PcapFile packets = PcapFile.open(capture)) {
      double all = Math.max(1.0, (double) Files.size(capture));
      for (Optional<Datagram> next = packets.next(); next.isPresent(); next = packets.next()) {
        Datagram datagram = next.get();
        ByteBuffer bytes = datagram.payload();
        if (datagram.port() == sensor.imuPort() && bytes.limit() == IMU_BYTES) {
          writeMotion(log, bytes);
        } else if (datagram.port() == sensor.lidarPort() && bytes.limit() == packetBytes()) {
          open = take(log, bytes, open);
        } else {
          log.notes()
              .skip("datagram to port " + datagram.port() + " of " + bytes.limit() + " bytes");
        }
        log.progress(datagram.fileOffset() / all);
      }
      for (long i = 0; i < packets.passedOver(); i++) {
        log.notes().skip("frame without a whole UDP datagram");
      }
    }
    if (open.isPresent()) {
      flush(log, open.get());
    }
  }

  private int packetBytes() {
    return sensor.profile().packetBytes(sensor.beams(), sensor.columnsPerPacket());
  }

  private Optional<OusterSweep> take(DriveLog log, ByteBuffer packet, Optional<OusterSweep> open)
      throws IOException {
    OusterProfile profile = sensor.profile();
    boolean isLegacy = profile == OusterProfile.LEGACY;
    OusterSweep sweep = open.orElseGet(() -> new OusterSweep(sensor, frame(packet, 0)));
    for (int i = 0; i < sensor.columnsPerPacket(); i++) {
      int column = profile.headBytes + i * profile.columnBytes(sensor.beams());
      int foot = column + profile.columnBytes(sensor.beams()) - profile.columnFootBytes;
      boolean isValid =
          isLegacy ? packet.getInt(foot) == LEGACY_VALID : (packet.getShort(column + 10) & 1) == 1;
      if (!isValid) {
        log.notes().skip("column that the sensor calls invalid");
        continue;
      }
      int frame = frame(packet, column);
      if (frame != sweep.frame()) {
        flush(log, sweep);
        sweep = new OusterSweep(sensor, frame);
      }
      sweep.add(packet, column);
    }
    return Optional.of(sweep);
  }

  private int frame(ByteBuffer packet, int column) {
    int at = sensor.profile() == OusterProfile.LEGACY ? column + 10 : 2;
    return Short.toUnsignedInt(packet.getShort(at));
  }

  private void flush(DriveLog log, OusterSweep done) throws IOException {
    if (done.isEmpty()) {
      return;
    }
    var sweep = done.sweep(LIDAR);
    if (log.isNew(Topics.LIDAR_CALIBRATION)) {
      log.write(
          Topics.LIDAR_CALIBRATION,
          new LidarCalibration(
              LIDAR,
              Pose3.IDENTITY,
              sensor.beams(),
              sensor.columnsPerFrame(),
              RANGE_M,
              Math.round(1e9 / sensor.revolutionsPerS())),
          sweep.startNs());
    }
    log.write(Topics.LIDAR_SWEEP, sweep, sweep.timeNs());
  }

  /** Three times, then acceleration in g and turn rate in degrees a second; the unit is aligned with the sensor. */
  private static void writeMotion(DriveLog log, ByteBuffer packet) throws IOException {
    long timeNs = packet.getLong(8);
    log.write(
        Topics.IMU,
        new ImuSample(
            timeNs,
            vector(packet, 24, GRAVITY_MPS2),
            vector(packet, 36, StrictMath.toRadians(1.0))),
        timeNs);
  }

  private static Vec3 vector(ByteBuffer packet, int at, double unit) {
    return new Vec3(
        unit * packet.getFloat(at), unit * packet.getFloat(at + 4), unit * packet.getFloat(at + 8));
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
