package io.camber.drives.kitti;

import io.camber.drives.frame.LocalMap;
import io.camber.drives.frame.Rigid;
import io.camber.drives.source.TextTable.Row;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.geo.GeoPoint;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;

/**
 * One packet of the inertial and satellite unit, in the order of the collection's {@code dataformat.txt}; angles and axes are
 * those of ISO 8855 (x forward, y left, z up; yaw from east, counter-clockwise).
 */
record Oxts(
    GeoPoint place,
    double altitudeM,
    double roll,
    double pitch,
    double yaw,
    Vec2 velocityMps,
    double forwardMps,
    Vec3 specificForceMps2,
    Vec3 angularRateRadps,
    double positionStdM,
    double velocityStdMps) {
  static final int WORDS = 30;

  /** The unit's heading is said to be right to 0.1 degrees; files do not repeat it. */
  static final double YAW_STD = 0.003;

  static Oxts of(Row row) {
    if (row.size() < 25) {
      throw row.error("has " + row.size() + " values; an oxts packet has " + WORDS);
    }
    double latitude = row.number(0);
    double longitude = row.number(1);
    if (Math.abs(latitude) > 90.0 || Math.abs(longitude) > 180.0) {
      throw row.error("latitude " + latitude + ", longitude " + longitude + " is not on the globe");
    }
    return new Oxts(
        new GeoPoint(latitude, longitude),
        row.number(2),
        row.number(3),
        row.number(4),
        row.number(5),
        new Vec2(row.number(7), row.number(6)),
        row.number(8),
        new Vec3(row.number(11), row.number(12), row.number(13)),
        new Vec3(row.number(17), row.number(18), row.number(19)),
        Math.max(0.0, row.number(23)),
        Math.max(0.0, row.number(24)));
  }

  Pose3 mapFromBase(LocalMap map, Rigid baseFromImu) {
    Vec3 at = map.toMap(place, altitudeM);
    Rigid mapFromImu = Rigid.of(new Pose3(at.x(), at.y(), at.z(), yaw, pitch, roll));
    return mapFromImu.times(baseFromImu.inverse()).toPose();
  }

  ImuSample imu(long timeNs, Rigid baseFromImu) {
    return new ImuSample(
        timeNs, baseFromImu.turn(specificForceMps2), baseFromImu.turn(angularRateRadps));
  }

  GnssFix fix(long timeNs, Pose3 mapFromBase) {
    return new GnssFix(
        timeNs,
        mapFromBase.position(),
        velocityMps,
        mapFromBase.yaw(),
        positionStdM,
        velocityStdMps,
        YAW_STD);
  }
}
