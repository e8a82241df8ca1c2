package io.camber.app.simulation;

/** Whether lidar and camera are rendered; inertial, satellite and wheel sensors always are. */
public enum Sensors {
  ALL,
  NONE
}
