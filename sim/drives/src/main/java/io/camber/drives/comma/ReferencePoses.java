package io.camber.drives.comma;

import io.camber.drives.frame.EarthPlace;
import io.camber.drives.frame.LocalMap;
import io.camber.drives.frame.Rigid;
import io.camber.drives.frame.TimedPoses;
import io.camber.drives.numpy.NumpyArray;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the camera was at each frame of its video, found afterwards by whoever published the drive: places and velocities in
 * the Earth's frame, and the turn of the camera's axes (ahead, right, down) in it.
 */
final class ReferencePoses {
  private static final double NEAR_EARTH_M = 20_000.0;
  private static final double EARTH_M = 6_371_000.0;
  private static final double UNIT = 1e-2;
  private static final double STRAIGHT_MPS_MIN = 5.0;
  private static final double STRAIGHT_RADPS_MAX = 0.02;

  /** Frames before and after, between which the turn rate is taken. */
  private static final int TURN_FRAMES = 5;

  private static final Rigid CAMERA_FROM_DEVICE =
      Rigid.of(new double[] {1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 0});

  private final Clock clock;
  private final LocalMap map;
  private final List<Rigid> devices = new ArrayList<>();
  private final List<Vec3> velocities = new ArrayList<>();
  private final Pose3 baseFromDevice;
  private final TimedPoses track = new TimedPoses();

  private ReferencePoses(Clock clock, NumpyArray places, NumpyArray speeds, NumpyArray turns) {
    this.clock = clock;
    EarthPlace first = EarthPlace.of(place(places, 0));
    map = new LocalMap(first.point(), first.heightM() - Mounting.HEIGHT_M);
    for (int i = 0; i < clock.size(); i++) {
      Vec3 earth = place(places, i);
      EarthPlace at = EarthPlace.of(earth);
      Rigid mapFromEarth = turn(map.convergence(at.point())).times(at.enuFromEarth());
      Rigid turned = mapFromEarth.times(earthFromCamera(turns, i)).times(CAMERA_FROM_DEVICE);
      devices.add(shift(map.toMap(at.point(), at.heightM())).times(turned));
      velocities.add(mapFromEarth.turn(vector(speeds, i)));
    }
    baseFromDevice = Mounting.along(straightWays());
    for (int i = 0; i < clock.size(); i++) {
      track.put(clock.ns(i), pose(i));
    }
  }

  /** Those of a segment; empty when it has none. */
  static Optional<ReferencePoses> find(Segment segment) throws IOException {
    if (!segment.has("global_pose")) {
      return Optional.empty();
    }
    Clock clock = Clock.of(segment.pose("frame_times"));
    NumpyArray places = Series.of(clock, segment.pose("frame_positions"), 3).values();
    NumpyArray speeds = Series.of(clock, segment.pose("frame_velocities"), 3).values();
    NumpyArray turns = Series.of(clock, segment.pose("frame_orientations"), 4).values();
    return clock.size() == 0
        ? Optional.empty()
        : Optional.of(new ReferencePoses(clock, places, speeds, turns));
  }

  private static Vec3 place(NumpyArray places, int row) {
    Vec3 earth = vector(places, row);
    if (!(Math.abs(earth.length() - EARTH_M) < NEAR_EARTH_M)) {
      throw places.error(
          row, 0, earth.length() + " m from the Earth's middle is not on its ground");
    }
    return earth;
  }

  private static Vec3 vector(NumpyArray array, int row) {
    return new Vec3(array.finite(row, 0), array.finite(row, 1), array.finite(row, 2));
  }

  private static Rigid earthFromCamera(NumpyArray turns, int row) {
    double w = turns.finite(row, 0);
    double x = turns.finite(row, 1);
    double y = turns.finite(row, 2);
    double z = turns.finite(row, 3);
    double length = Math.sqrt(w * w + x * x + y * y + z * z);
    if (!(Math.abs(length - 1.0) < UNIT)) {
      throw turns.error(row, 0, "a quaternion of length " + length + " is no turn");
    }
    return Rigid.ofQuaternion(w, x, y, z, Vec3.ZERO);
  }

  private static Rigid turn(double yaw) {
    return Rigid.of(new Pose3(0.0, 0.0, 0.0, yaw, 0.0, 0.0));
  }

  private static Rigid shift(Vec3 by) {
    return new Rigid(
        new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[] {by.x(), by.y(), by.z()});
  }

  private List<Vec3> straightWays() {
    List<Vec3> ways = new ArrayList<>();
    for (int i = TURN_FRAMES; i < clock.size() - TURN_FRAMES; i++) {
      double before = devices.get(i - TURN_FRAMES).toPose().yaw();
      double after = devices.get(i + TURN_FRAMES).toPose().yaw();
      double seconds = (clock.ns(i + TURN_FRAMES) - clock.ns(i - TURN_FRAMES)) * 1e-9;
      boolean isStraight =
          Math.abs(Angles.difference(after, before)) < STRAIGHT_RADPS_MAX * seconds;
      double speed = velocities.get(i).length();
      if (isStraight && speed > STRAIGHT_MPS_MIN) {
        ways.add(devices.get(i).inverse().turn(velocities.get(i)).times(1.0 / speed));
      }
    }
    return ways;
  }

  int size() {
    return clock.size();
  }

  long timeNs(int frame) {
    return clock.ns(frame);
  }

  LocalMap map() {
    return map;
  }

  Pose3 baseFromDevice() {
    return baseFromDevice;
  }

  /** The car in the map. */
  Pose3 pose(int frame) {
    return devices.get(frame).times(Rigid.of(baseFromDevice).inverse()).toPose();
  }

  double speedMps(int frame) {
    Vec3 velocity = velocities.get(frame);
    return Rigid.of(pose(frame)).inverse().turn(velocity).x();
  }

  TimedPoses track() {
    return track;
  }
}
