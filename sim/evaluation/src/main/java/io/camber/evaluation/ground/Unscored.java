package io.camber.evaluation.ground;

/** Why a labelled sweep was not scored. */
enum Unscored {
  OTHER_LIDAR("otherLidar", "labels of another lidar than the one on the roof"),
  NO_CALIBRATION("noCalibration", "before the lidar told how it is mounted"),
  NOT_ENGAGED("notEngaged", "while the stack did not drive"),
  NO_SWEEP("noSweep", "labels without the sweep of their time"),
  LOST_POINTS("lostPoints", "that lost points on the way"),
  NO_TRUTH("noTruth", "of which no truth is at hand"),
  FAULT("fault", "under a fault that moves points (turn, tilt, shift, noise)");

  private final String label;
  private final String reason;

  Unscored(String label, String reason) {
    this.label = label;
    this.reason = reason;
  }

  /** Last part of the name of its metric. */
  String label() {
    return label;
  }

  /** For people, behind a number of sweeps. */
  String reason() {
    return reason;
  }
}
