package io.camber.map;

import io.camber.map.road.Lane;
import io.camber.map.road.Road;

/** A lane before it has edges: which lane of which section of which road, and its centre line. */
record LaneKey(String id, Road road, int sectionIndex, Lane lane, CenterLine center) {
  static LaneKey of(Road road, int sectionIndex, Lane lane) {
    return new LaneKey(
        id(road.id(), sectionIndex, lane.number()),
        road,
        sectionIndex,
        lane,
        new CenterLine(road, sectionIndex, lane.number()));
  }

  static String id(String roadId, int sectionIndex, int laneNumber) {
    return roadId + ":" + sectionIndex + ":" + laneNumber;
  }

  /** Whether traffic follows increasing s: the right side does where traffic keeps right, unless the lane is reversed. */
  boolean isAlongRoad() {
    boolean rightSide = lane.number() < 0;
    return (rightSide != road.isLeftHandTraffic()) != lane.reversed();
  }

  boolean isFirstSection() {
    return sectionIndex == 0;
  }

  boolean isLastSection() {
    return sectionIndex == road.sections().size() - 1;
  }
}
