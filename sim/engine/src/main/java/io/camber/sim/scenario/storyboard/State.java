package io.camber.sim.scenario.storyboard;

/** States of a storyboard element. */
enum State {
  INITIAL,
  STANDBY,
  RUNNING,
  COMPLETE
}
