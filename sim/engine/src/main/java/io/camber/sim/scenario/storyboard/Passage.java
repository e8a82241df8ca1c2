package io.camber.sim.scenario.storyboard;

/** Transitions between the states of a storyboard element. */
enum Passage {
  NONE,
  START,
  END,
  STOP,
  SKIP
}
