package io.camber.viewer.picture;

import io.camber.bus.MalformedMessageException;
import io.camber.geometry.Pose3;
import io.camber.messages.Topics;
import io.camber.scene.GroundPoints;
import io.camber.scene.Tracks;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sweeps as the page draws them: motion compensated, in the ego's frame at the sweep's end, in centimetres, each point with
 * intensity and class. Frames follow one another, little-endian:
 *
 * <pre>
 *  0          8       12        16                     64
 *  +----------+-------+---------+----------------------+-----------------+------------+----------+---------+
 *  | time f64 | count | bytes   | x y z yaw pitch roll | count x 3 x i16 | intensity  | class    | padding |
 *  | seconds  | u32   | of all  | of the ego, f64      | x, y, z in cm   | count x u8 | cnt x u8 | to 8    |
 *  +----------+-------+---------+----------------------+-----------------+------------+----------+---------+
 * </pre>
 *
 * A point beyond 327 m is left out. Ground is what perception takes for it; where it does not say, what is lower than 0.2 m.
 */
public final class SweepFrames {
  static final int HEADER_BYTES = 64;
  private static final int POINT_BYTES = 8;
  private static final double CM = 100.0;
  private static final double CM_MAX = 32_767.0;

  /** Tracks and poses that speak of a sweep are published up to so much later. */
  private static final long LATER_NS = 250_000_000L;

  private static final long EARLIER_NS = 150_000_000L;

  private final DriveSource drive;
  private final Clock clock;
  private final String topic;

  public SweepFrames(DriveSource drive, Clock clock, String topic) {
    this.drive = drive;
    this.clock = clock;
    this.topic = topic;
  }

  /** Frames of all sweeps published between both times, both included, one after the other. */
  public byte[] between(long fromNs, long toNs) throws IOException {
    List<LidarSweep> sweeps = new ArrayList<>();
    drive.read(Set.of(topic), fromNs, toNs, message -> decode(message).ifPresent(sweeps::add));
    Optional<Pose3> mounting = mounting(toNs);
    PoseTrack poses = PoseTrack.read(drive, fromNs - 2 * EARLIER_NS, toNs + EARLIER_NS);
    TrackBoxes boxes = TrackBoxes.read(drive, fromNs - EARLIER_NS, toNs + LATER_NS);
    Map<Long, GroundPoints> ground = ground(fromNs, toNs + LATER_NS);
    List<ByteBuffer> frames = new ArrayList<>();
    for (LidarSweep sweep : sweeps) {
      Optional<GroundPoints> called = Optional.ofNullable(ground.get(sweep.timeNs()))
          .filter(points -> points.size() == sweep.size());
      frames.add(
          frame(sweep, mounting.orElse(Pose3.IDENTITY), poses, boxes.at(sweep.timeNs()), called));
    }
    return joined(frames);
  }

  /** The frame of the newest sweep published by then; nothing when there is none. */
  public byte[] newest(long atNs) throws IOException {
    Optional<DriveMessage> found = drive.latest(topic, atNs);
    return found.isPresent() ? between(found.get().timeNs(), found.get().timeNs()) : new byte[0];
  }

  /** What perception says of the ground of the roof's lidar, by the time of the sweep. */
  private Map<Long, GroundPoints> ground(long fromNs, long toNs) throws IOException {
    Map<Long, GroundPoints> all = new TreeMap<>();
    if (topic.equals(Topics.LIDAR_SWEEP.name())) {
      drive.read(Set.of(Topics.GROUND_POINTS.name()), fromNs, toNs, message -> {
        try {
          GroundPoints points = message.decode(Topics.GROUND_POINTS);
          all.put(points.timeNs(), points);
        } catch (MalformedMessageException e) {
          // Then it does not say.
        }
      });
    }
    return all;
  }

  private static Optional<LidarSweep> decode(DriveMessage message) {
    try {
      return Optional.of(message.decode(Topics.LIDAR_SWEEP));
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }

  private Optional<Pose3> mounting(long atNs) throws IOException {
    Optional<DriveMessage> found = drive.latest(Roles.calibrationOf(topic), atNs);
    return found
        .map(message -> message.decode(Topics.LIDAR_CALIBRATION))
        .map(LidarCalibration::baseFromLidar);
  }

  private ByteBuffer frame(
      LidarSweep sweep,
      Pose3 mounting,
      PoseTrack poses,
      Optional<Tracks> tracks,
      Optional<GroundPoints> ground) {
    Pose3 mapFromBase = poses.at(sweep.timeNs());
    SweepMotion motion = new SweepMotion(sweep, mounting, poses);
    PointClasses classes = new PointClasses(mapFromBase, tracks);
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + (sweep.size() + 1) * POINT_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN);
    byte[] intensities = new byte[sweep.size()];
    byte[] kinds = new byte[sweep.size()];
    frame.position(HEADER_BYTES);
    double[] point = new double[3];
    int count = 0;
    for (int i = 0; i < sweep.size(); i++) {
      motion.baseFrame(i, point);
      double cmX = point[0] * CM;
      double cmY = point[1] * CM;
      double cmZ = point[2] * CM;
      if (Math.abs(cmX) < CM_MAX && Math.abs(cmY) < CM_MAX && Math.abs(cmZ) < CM_MAX) {
        frame.putShort((short) Math.round(cmX)).putShort((short) Math.round(cmY));
        frame.putShort((short) Math.round(cmZ));
        intensities[count] = (byte) sweep.intensity(i);
        kinds[count] =
            ground.isPresent() ? classes.of(point, ground.get().isGround(i)) : classes.of(point);
        count++;
      }
    }
    frame.put(intensities, 0, count).put(kinds, 0, count);
    frame.position((frame.position() + 7) / 8 * 8);
    frame.flip();
    frame.putDouble(0, clock.seconds(sweep.timeNs())).putInt(8, count).putInt(12, frame.limit());
    putPose(frame, mapFromBase);
    return frame;
  }

  private static void putPose(ByteBuffer frame, Pose3 pose) {
    frame.putDouble(16, pose.x()).putDouble(24, pose.y()).putDouble(32, pose.z());
    frame.putDouble(40, pose.yaw()).putDouble(48, pose.pitch()).putDouble(56, pose.roll());
  }

  private static byte[] joined(List<ByteBuffer> frames) {
    ByteBuffer all =
        ByteBuffer.allocate(frames.stream().mapToInt(ByteBuffer::remaining).sum());
    frames.forEach(all::put);
    return all.array();
  }
}
