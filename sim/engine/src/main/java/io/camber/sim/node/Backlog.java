package io.camber.sim.node;

import io.camber.bus.NodeContext;
import io.camber.truth.TruthFrame;

/**
 * Keeps a sensor that takes long to simulate at the present: on the wall clock it drops what is more than a period old, as a
 * device would have measured and lost it, instead of working through old moments ever later. In lockstep the clock stands at
 * the moment that is measured, and nothing is dropped.
 */
final class Backlog {
  private final NodeContext context;
  private final long periodNs;

  Backlog(NodeContext context, long periodNs) {
    this.context = context;
    this.periodNs = periodNs;
  }

  /** True, with a warning on the bus, when the moment of this frame is too old to be worth measuring. */
  boolean mustDrop(TruthFrame frame) {
    long behindNs = context.clock().timeNs() - frame.timeNs();
    if (behindNs <= periodNs) {
      return false;
    }
    context.health().warn("late", "sample dropped: more than one period behind the world");
    return true;
  }
}
