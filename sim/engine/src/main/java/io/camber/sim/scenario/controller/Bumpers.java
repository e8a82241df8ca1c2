package io.camber.sim.scenario.controller;

import io.camber.geometry.Angles;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.EntityModel;

/** Gaps between bumpers along the road. */
final class Bumpers {
  private Bumpers() {}

  /** From the front of {@code behind} to the nearer end of {@code ahead}, whose reference point is {@code distanceM} away. */
  static double gap(Entity behind, Entity ahead, double distanceM) {
    EntityModel own = behind.model();
    EntityModel other = ahead.model();
    double turn =
        Angles.difference(behind.seen().cursor().yaw(), ahead.seen().cursor().yaw());
    double sameWay = Math.abs(turn) < Math.PI / 2.0 ? 1.0 : -1.0;
    double front = own.size().lengthM() / 2.0 + own.centerX();
    double back = other.size().lengthM() / 2.0 - sameWay * other.centerX();
    return distanceM - front - back;
  }
}
