package io.camber.sim.scenario.controller;

import io.camber.sim.scenario.entity.Motion;

/** Waits for a driver from outside: while there is none the entity stands. */
record ExternalModel(Motion motion) implements SpeedModel {
  @Override
  public void step(double dtS) {
    motion.setSpeedMps(0.0);
    motion.claimMotion();
  }
}
