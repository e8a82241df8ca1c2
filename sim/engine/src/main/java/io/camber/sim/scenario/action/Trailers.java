package io.camber.sim.scenario.action;

import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.road.RoadCursor;

/** Places trailers behind their tow vehicles. */
public final class Trailers {
  private static final int TRAIN_MAX = 20;

  private Trailers() {}

  /** Puts the whole train straight behind its first vehicle. */
  static void align(Entity first) {
    Entity tow = first;
    for (int i = 0; i < TRAIN_MAX && tow.trailer().isPresent(); i++) {
      Entity trailer = tow.trailer().get();
      RoadCursor cursor = tow.driven().cursor();
      double back = tow.model().hitchX() - trailer.model().couplerX();
      double x = cursor.x() + back * StrictMath.cos(cursor.yaw());
      double y = cursor.y() + back * StrictMath.sin(cursor.yaw());
      trailer.driven().cursor().setPose(x, y, cursor.yaw());
      trailer.driven().setSpeedMps(tow.driven().speedMps());
      trailer.driven().markTeleported();
      tow = trailer;
    }
  }

  /** Pulls the trailers of a moved vehicle along: each axle follows its coupling at a fixed distance. */
  public static void pull(Entity first) {
    Entity tow = first;
    for (int i = 0; i < TRAIN_MAX && tow.trailer().isPresent(); i++) {
      Entity trailer = tow.trailer().get();
      RoadCursor front = tow.driven().cursor();
      RoadCursor back = trailer.driven().cursor();
      double hitchX = front.x() + tow.model().hitchX() * StrictMath.cos(front.yaw());
      double hitchY = front.y() + tow.model().hitchX() * StrictMath.sin(front.yaw());
      double yaw = StrictMath.atan2(hitchY - back.y(), hitchX - back.x());
      double length = trailer.model().couplerX();
      back.setPose(
          hitchX - length * StrictMath.cos(yaw), hitchY - length * StrictMath.sin(yaw), yaw);
      trailer.driven().setSpeedMps(tow.driven().speedMps());
      trailer.driven().claimMotion();
      tow = trailer;
    }
  }
}
