package io.camber.sim.scenario.controller;

import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadDistance;
import java.util.Optional;

/**
 * Another road user ahead, as a controller measures it.
 *
 * @param lanes number of lanes to its lane, left positive; 0 in the own one
 * @param gapM between bumpers along the road
 * @param asideM its reference point to the left of the own one across the road
 * @param closingMps by which the gap shrinks
 * @param approachMps by which it comes nearer across the road
 */
record Target(
    Entity entity,
    int lanes,
    double gapM,
    double asideM,
    double closingMps,
    double approachMps,
    double ownMps) {
  /** What {@code self} measures of {@code other}; empty unless that is ahead, within reach and at most a lane away. */
  static Optional<Target> of(Entity self, Entity other, double reachM) {
    if (other == self || !other.isPresent()) {
      return Optional.empty();
    }
    RoadCursor here = self.seen().cursor();
    RoadCursor there = other.seen().cursor();
    Optional<RoadDistance> found = RoadDistance.between(here, there, reachM);
    if (found.isEmpty()
        || found.get().ds() <= 0.0
        || found.get().ds() > reachM
        || Math.abs(found.get().lanes()) > 1) {
      return Optional.empty();
    }
    RoadDistance distance = found.get();
    Motion own = self.seen();
    Motion its = other.seen();
    double along = here.looksAlongRoad() ? 1.0 : -1.0;
    double closing = along * (own.velocityAlongRoad() - its.velocityAlongRoad());
    double aside = there.t() - here.t();
    double approach = Math.signum(aside) * (own.velocityAcrossRoad() - its.velocityAcrossRoad());
    return Optional.of(new Target(
        other,
        distance.lanes(),
        Bumpers.gap(self, other, distance.ds()),
        aside,
        closing,
        approach,
        along * own.velocityAlongRoad()));
  }

  boolean isInOwnLane() {
    return lanes == 0;
  }

  /** Time to collision at constant speeds; infinite while the gap grows. */
  double ttcS() {
    return closingMps > 0.0 ? gapM / closingMps : Double.POSITIVE_INFINITY;
  }

  double headwayS() {
    return ownMps > 0.0 ? gapM / ownMps : Double.POSITIVE_INFINITY;
  }
}
