package io.camber.map.road;

/** What stands beside or on the road. */
public enum ObjectKind {
  BARRIER,
  BUILDING,
  CROSSWALK,
  GANTRY,
  OBSTACLE,
  PARKING_SPACE,
  PATCH,
  POLE,
  ROAD_MARK,
  TRAFFIC_ISLAND,
  TREE,
  VEGETATION,
  OTHER
}
