package io.camber.drives.comma;

import io.camber.drives.frame.LocalMap;
import io.camber.drives.log.ImportNotes;
import io.camber.geometry.Angles;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.geo.GeoPoint;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** Fixes of a receiver: latitude, longitude, speed, time of day, height, and course in degrees from north. */
final class Fixes {
  private static final int COLUMNS = 6;

  /** Of the size that makers of such receivers give; the files carry no errors. */
  private static final double POSITION_STD_M = 2.5;

  private static final double VELOCITY_STD_MPS = 0.1;
  private static final double YAW_STD = 0.006;

  /** Slower than this a course says nothing. */
  private static final double COURSE_MPS_MIN = 0.5;

  private static final double UNKNOWN_YAW_STD = 1e3;

  private final Series series;
  private final LocalMap map;

  private Fixes(Series series, LocalMap map) {
    this.series = series;
    this.map = map;
  }

  /** The receiver that is heard, the better one first. */
  static Optional<Series> find(Segment segment, ImportNotes notes) throws IOException {
    Optional<Series> good = Series.find(segment, "GNSS/live_gnss_ublox", COLUMNS);
    Optional<Series> other = Series.find(segment, "GNSS/live_gnss_qcom", COLUMNS);
    if (good.isPresent()) {
      other.ifPresent(left -> notes.skip(
          "GNSS/live_gnss_qcom (fixes are taken from GNSS/live_gnss_ublox)", left.size()));
    } else if (other.isPresent()) {
      notes.remark("fixes are GNSS/live_gnss_qcom: no GNSS/live_gnss_ublox");
    }
    return good.or(() -> other);
  }

  static LocalMap mapAround(Series series) {
    return new LocalMap(point(series, 0), series.at(0, 4) - Mounting.HEIGHT_M);
  }

  static Stream stream(Series series, LocalMap map, ImportNotes notes) {
    notes.remark("fixes bear the time at which they arrived, and are taken as the device's place");
    Fixes fixes = new Fixes(series, map);
    return new Stream(
        series.size(),
        series::timeNs,
        (log, i) -> log.write(Topics.GNSS, fixes.fix(i), series.timeNs(i)));
  }

  private static GeoPoint point(Series series, int row) {
    double latitude = series.at(row, 0);
    double longitude = series.at(row, 1);
    if (Math.abs(latitude) > 90.0 || Math.abs(longitude) > 180.0) {
      throw series
          .values()
          .error(
              row, 0, "latitude " + latitude + ", longitude " + longitude + " is not on the globe");
    }
    return new GeoPoint(latitude, longitude);
  }

  private GnssFix fix(int row) {
    GeoPoint point = point(series, row);
    double speed = series.at(row, 2);
    double yaw = yaw(row, point);
    Vec2 course = new Vec2(StrictMath.cos(yaw), StrictMath.sin(yaw));
    OptionalInt moving = lastMoving(row);
    double facing = moving.isPresent() ? yaw(moving.getAsInt(), point) : yaw;
    double leverM = moving.isPresent() ? Mounting.AHEAD_M : 0.0;
    Vec3 device = map.toMap(point, series.at(row, 4));
    return new GnssFix(
        series.timeNs(row),
        new Vec3(
            device.x() - leverM * StrictMath.cos(facing),
            device.y() - leverM * StrictMath.sin(facing),
            device.z() - Mounting.HEIGHT_M),
        course.times(speed),
        yaw,
        POSITION_STD_M + (Mounting.AHEAD_M - leverM),
        VELOCITY_STD_MPS,
        speed < COURSE_MPS_MIN ? UNKNOWN_YAW_STD : Math.max(YAW_STD, VELOCITY_STD_MPS / speed));
  }

  private double yaw(int row, GeoPoint point) {
    return Angles.wrap(
        0.5 * Math.PI - StrictMath.toRadians(series.at(row, 5)) + map.convergence(point));
  }

  /** The last fix not after this one whose course says where the car faces. */
  private OptionalInt lastMoving(int row) {
    int moving = row;
    while (moving >= 0 && series.at(moving, 2) < COURSE_MPS_MIN) {
      moving--;
    }
    return moving < 0 ? OptionalInt.empty() : OptionalInt.of(moving);
  }
}
