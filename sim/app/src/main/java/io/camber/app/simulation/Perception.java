package io.camber.app.simulation;

/** Where tracks and signal states come from. */
public enum Perception {
  /** From lidar sweeps and camera images, as in a car. */
  SENSORS,
  /** Straight from the simulator: says nothing about perception, and the report says so. */
  TRUTH
}
