package io.camber.drives.ros;

import io.camber.bus.Topic;
import io.camber.diagnostics.InputException;
import io.camber.drives.frame.LocalMap;
import io.camber.drives.frame.Rigid;
import io.camber.drives.frame.TimedPoses;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveTopics;
import io.camber.drives.source.Pictures;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.geo.GeoPoint;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.WheelSpeeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns messages into values of ours, one after the other. The first source of inertial samples, fixes, odometry, sweeps and
 * images takes the topic that our nodes read; further lidars and cameras get topics of their own, further sources of the rest
 * are left out and counted.
 */
public final class RosDrive {
  /** What a fix says of speed when it says nothing: so little that no filter believes it. */
  private static final double UNKNOWN_STD_MPS = 1e3;

  private static final double UNKNOWN_YAW_STD = 1e3;
  private static final double FIX_STD_M = 2.5;

  /** Less of the specific force than this along the car's z axis, and the unit lies on its side. */
  private static final double UPRIGHT_SHARE = 0.7;

  /** Two fixes this far apart show a course. */
  private static final double COURSE_M = 3.0;

  /** Who takes longer for it has stood or turned meanwhile. */
  private static final double COURSE_S_MAX = 6.0;

  private static final double COURSE_STD = 0.5;
  private static final double COURSE_STD_MPS = 1.0;
  private static final double RANGE_M = 120.0;
  private static final long SWEEP_NS = 100_000_000L;
  private static final double POSE_STD_M = 0.1;
  private static final int PACKETS_MAX = 4096;

  private final DriveLog log;
  private final Transforms transforms = new Transforms();
  private final Map<Topic<?>, String> sources = new HashMap<>();
  private Optional<LocalMap> map = Optional.empty();
  private Optional<Vec2> courseFrom = Optional.empty();
  private long courseNs;
  private boolean hasCourse;
  private boolean isUprightKnown;
  private final TimedPoses recent = new TimedPoses();
  private long lastPoseNs = Long.MIN_VALUE;

  /**
   * Writes to a log.
   *
   * @param mounts where frames sit on the car that no message tells, by name
   */
  public RosDrive(DriveLog log, Map<String, Pose3> mounts) {
    this.log = log;
    mounts.forEach((frame, pose) -> transforms.put("base_link", frame, Rigid.of(pose)));
  }

  /**
   * Takes one message.
   *
   * @param type as either generation of ROS writes it, such as {@code sensor_msgs/Imu} or {@code sensor_msgs/msg/Imu}
   */
  public void take(String topic, String type, RosBytes in) throws IOException {
    try {
      convert(topic, type.replace("/msg/", "/"), in);
    } catch (IllegalArgumentException e) {
      throw in.error(type + " on " + topic + ": " + e.getMessage());
    } catch (InputException e) {
      throw new InputException(e.getMessage() + " (" + type + " on " + topic + ")", e);
    }
  }

  private void convert(String topic, String type, RosBytes in) throws IOException {
    switch (type) {
      case "sensor_msgs/Imu" -> imu(topic, in);
      case "sensor_msgs/NavSatFix" -> fix(topic, in);
      case "nav_msgs/Odometry" -> odometry(topic, in);
      case "tf2_msgs/TFMessage", "tf/tfMessage" -> transforms(topic, in);
      case "sensor_msgs/PointCloud2" -> cloud(topic, in);
      case "sensor_msgs/Image" -> image(topic, in);
      case "sensor_msgs/CompressedImage" -> compressedImage(topic, in);
      case "sensor_msgs/CameraInfo" -> cameraInfo(topic, in);
      case "velodyne_msgs/VelodyneScan" -> velodyne(topic, in);
      default -> log.notes().skip(topic + " (" + type + ", a type without a meaning here)");
    }
  }

  /** Whether a source has a topic of ours for itself; the first one that asks gets it. */
  private boolean owns(Topic<?> ours, String topic) {
    return sources.computeIfAbsent(ours, unused -> topic).equals(topic);
  }

  private boolean leaveOut(Topic<?> ours, String topic) {
    if (owns(ours, topic)) {
      return false;
    }
    log.notes().skip(topic + " (" + ours.name() + " is taken from " + sources.get(ours) + ")");
    return true;
  }

  private Rigid body(String frame) {
    Optional<Rigid> mounted = transforms.bodyFrom(frame);
    if (mounted.isEmpty()) {
      log.notes().remark("nobody says where frame '" + frame + "' sits: taken as the car's own");
    }
    return mounted.orElse(Rigid.IDENTITY);
  }

  private void imu(String topic, RosBytes in) throws IOException {
    if (leaveOut(Topics.IMU, topic)) {
      return;
    }
    RosBytes.Header header = in.header();
    in.f64s(4);
    in.f64s(9);
    Vec3 rate = in.vector();
    in.f64s(9);
    Vec3 force = in.vector();
    Rigid body = body(header.frame());
    requireUpright(header.frame(), body.turn(force));
    log.write(
        Topics.IMU,
        new ImuSample(header.timeNs(), body.turn(force), body.turn(rate)),
        header.timeNs());
  }

  /** A unit that lies on its side without anybody saying so would tell filters that the car falls over. */
  private void requireUpright(String frame, Vec3 force) {
    if (!isUprightKnown) {
      isUprightKnown = true;
      if (force.z() < UPRIGHT_SHARE * force.length()) {
        log.notes()
            .remark(String.format(
                Locale.ROOT,
                "the inertial unit does not stand upright: it feels (%.1f %.1f %.1f) m/s2 in the car's axes;"
                    + " say how '%s' is mounted with --mount %s=x,y,z,yaw,pitch,roll",
                force.x(),
                force.y(),
                force.z(),
                frame,
                frame));
      }
    }
  }

  private void fix(String topic, RosBytes in) throws IOException {
    RosBytes.Header header = in.header();
    int status = in.u8();
    in.u16();
    double latitude = in.f64();
    double longitude = in.f64();
    double altitude = in.f64();
    double[] covariance = in.f64s(9);
    int covarianceType = in.u8();
    if (leaveOut(Topics.GNSS, topic)) {
      return;
    }
    if ((byte) status < 0 || !Double.isFinite(latitude + longitude)) {
      log.notes().skip(topic + " (sensor_msgs/NavSatFix without a fix)");
      return;
    }
    double height = Double.isFinite(altitude) ? altitude : 0.0;
    GeoPoint place = new GeoPoint(latitude, longitude);
    if (map.isEmpty()) {
      LocalMap local = new LocalMap(place, height);
      map = Optional.of(local);
      log.note("camber.map.frame", Map.of("geoReference", local.geoReference()));
    }
    Vec3 at = map.orElseThrow().toMap(place, height);
    double variance = Math.max(covariance[0], covariance[4]);
    double std = covarianceType != 0 && variance > 0.0 ? Math.sqrt(variance) : FIX_STD_M;
    Optional<Vec2> course = course(at.toVec2(), header.timeNs());
    hasCourse |= course.isPresent();
    if (!hasCourse) {
      log.notes().skip(topic + " (fixes before the car has gone " + COURSE_M + " m: no heading)");
      return;
    }
    Vec2 velocity = course.orElse(Vec2.ZERO);
    log.notes()
        .remark("fixes carry no motion: speed and heading are those of " + COURSE_M
            + " m between fixes, and unknown in the fixes between");
    log.write(
        Topics.GNSS,
        new GnssFix(
            header.timeNs(),
            at,
            velocity,
            StrictMath.atan2(velocity.y(), velocity.x()),
            std,
            course.isPresent() ? COURSE_STD_MPS : UNKNOWN_STD_MPS,
            course.isPresent() ? COURSE_STD : UNKNOWN_YAW_STD),
        header.timeNs());
  }

  /** How fast the car went where since the fix that last told; empty until it has gone far enough. */
  private Optional<Vec2> course(Vec2 at, long timeNs) {
    if (courseFrom.isEmpty()) {
      courseFrom = Optional.of(at);
      courseNs = timeNs;
      return Optional.empty();
    }
    Vec2 way = at.minus(courseFrom.get());
    if (way.length() < COURSE_M) {
      return Optional.empty();
    }
    double seconds = Math.max(0.001, (timeNs - courseNs) * 1e-9);
    courseFrom = Optional.of(at);
    courseNs = timeNs;
    return seconds > COURSE_S_MAX ? Optional.empty() : Optional.of(way.times(1.0 / seconds));
  }

  /** The speed in an odometry message, as if four wheels had measured it. */
  private void odometry(String topic, RosBytes in) throws IOException {
    if (leaveOut(Topics.WHEELS, topic)) {
      return;
    }
    RosBytes.Header header = in.header();
    in.text();
    in.f64s(7);
    in.f64s(36);
    double forward = in.finite("speed");
    in.f64s(4);
    in.finite("yaw rate");
    log.notes()
        .remark("wheel speeds are the forward speed of " + topic + ", the same on each side");
    log.write(
        Topics.WHEELS,
        new WheelSpeeds(header.timeNs(), forward, forward, forward, forward),
        header.timeNs());
  }

  private void transforms(String topic, RosBytes in) throws IOException {
    int count = in.count(60);
    long newest = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      RosBytes.Header header = in.header();
      String child = in.text();
      Vec3 translation = in.vector();
      double[] turn = in.f64s(4);
      transforms.put(
          header.frame(),
          child,
          Rigid.ofQuaternion(turn[3], turn[0], turn[1], turn[2], translation));
      newest = Math.max(newest, header.timeNs());
    }
    Optional<Rigid> world = transforms.worldFromBody();
    if (world.isPresent() && newest > lastPoseNs && !leaveOut(Topics.EGO_POSE, topic)) {
      lastPoseNs = newest;
      pose(newest, world.get().toPose());
    }
  }

  private void pose(long timeNs, Pose3 pose) throws IOException {
    log.notes().remark("poses are those of the source's transforms from its world to its body");
    recent.put(timeNs, pose);
    Twist2 twist = recent.twistAt(timeNs);
    recent.keepAfter(timeNs - 1_000_000_000L);
    log.write(
        Topics.EGO_POSE,
        new EgoPose(
            timeNs, pose, twist, 0.0, POSE_STD_M, POSE_STD_M, 0.01, 0.0, 1.0, PoseStatus.TRACKING),
        timeNs);
  }

  private void cloud(String topic, RosBytes in) throws IOException {
    RosBytes.Header header = in.header();
    String id = lidarId(topic);
    sweep(topic, CloudReader.read(in, header, id), header.frame(), 0);
  }

  private void velodyne(String topic, RosBytes in) throws IOException {
    RosBytes.Header header = in.header();
    int count = in.count(VelodynePackets.PACKET_BYTES);
    if (count > PACKETS_MAX) {
      throw in.error("has " + count + " packets in a sweep");
    }
    List<ByteBuffer> packets = new ArrayList<>();
    List<Long> stamps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stamps.add(in.timeNs());
      packets.add(in.bytes(VelodynePackets.PACKET_BYTES));
    }
    if (packets.isEmpty() || !VelodynePackets.isVlp16(packets.get(0))) {
      log.notes().skip(topic + " (velodyne_msgs/VelodyneScan of another unit than VLP-16)");
      return;
    }
    VelodynePackets decoder = new VelodynePackets(stamps.get(0), count);
    for (int i = 0; i < count; i++) {
      decoder.add(packets.get(i), stamps.get(i));
    }
    sweep(topic, decoder.sweep(lidarId(topic)), header.frame(), 16);
  }

  private String lidarId(String topic) {
    return owns(Topics.LIDAR_SWEEP, topic) ? "top" : DriveTopics.word(topic);
  }

  private void sweep(String topic, LidarSweep sweep, String frame, int beams) throws IOException {
    String id = lidarId(topic);
    Topic<LidarCalibration> calibration = DriveTopics.lidarCalibration(id);
    if (log.isNew(calibration)) {
      Pose3 mounting = body(frame).toPose();
      log.write(
          calibration,
          new LidarCalibration(id, mounting, beams, 0, RANGE_M, SWEEP_NS),
          sweep.startNs());
    }
    log.write(DriveTopics.sweep(id), sweep, sweep.timeNs());
  }

  private String cameraId(String topic) {
    String camera = topic.replaceFirst("/(image_\\w+|compressed|camera_info|image).*$", "");
    return owns(Topics.CAMERA_IMAGE, camera) ? "front" : DriveTopics.word(camera);
  }

  private void image(String topic, RosBytes in) throws IOException {
    RosBytes.Header header = in.header();
    String id = cameraId(topic);
    Optional<CameraImage> image = ImageReader.read(
        in,
        header.timeNs(),
        id,
        () -> log.notes().skip(topic + " (sensor_msgs/Image in an encoding that is not read)"));
    if (image.isPresent()) {
      log.write(DriveTopics.image(id), image.get(), header.timeNs());
    }
  }

  private void compressedImage(String topic, RosBytes in) throws IOException {
    RosBytes.Header header = in.header();
    String id = cameraId(topic);
    in.text();
    ByteBuffer data = in.bytes();
    byte[] packed = new byte[data.remaining()];
    data.get(packed);
    CameraImage image = Pictures.read("picture on " + topic, packed, id, header.timeNs());
    log.write(DriveTopics.image(id), image, header.timeNs());
  }

  private void cameraInfo(String topic, RosBytes in) throws IOException {
    String id = cameraId(topic);
    if (!log.isNew(DriveTopics.cameraCalibration(id))) {
      return;
    }
    RosBytes.Header header = in.header();
    long height = in.u32();
    long width = in.u32();
    in.text();
    double[] d = in.f64List();
    double[] k = in.f64s(9);
    Rigid bodyFromOptical = body(header.frame());
    log.write(
        DriveTopics.cameraCalibration(id),
        new CameraCalibration(
            id,
            bodyFromOptical.times(Rigid.OPTICAL_FROM_BODY).toPose(),
            (int) width,
            (int) height,
            k[0],
            k[4],
            k[2],
            k[5],
            d.length > 0 ? d[0] : 0.0,
            d.length > 1 ? d[1] : 0.0),
        header.timeNs());
  }
}
