package io.camber.bus.realtime;

import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.Waiting;

/**
 * How a node is run in real time.
 *
 * @param threadPriority from {@link Thread#MIN_PRIORITY} to {@link Thread#MAX_PRIORITY}
 * @param ticksWaitingMax how many ticks of a timer a late node makes up for; 1 skips, the world makes up for many
 * @param holdNs how long after a call what it published is held back: the delay of a simulated sensor
 */
public record NodeTiming(Waiting waiting, int threadPriority, int ticksWaitingMax, long holdNs) {
  /** A node whose late ticks are worthless. */
  public static final NodeTiming SKIPPING =
      new NodeTiming(Waiting.BLOCK, Thread.NORM_PRIORITY, 1, 0);

  /** A node that must see every tick, such as the world: makes up for ten seconds at 100 Hz. */
  public static final NodeTiming CATCHING_UP =
      new NodeTiming(Waiting.BLOCK, Thread.NORM_PRIORITY, 1000, 0);

  public NodeTiming {
    if (threadPriority < Thread.MIN_PRIORITY || threadPriority > Thread.MAX_PRIORITY) {
      throw new IllegalArgumentException("threadPriority=" + threadPriority + " is outside ["
          + Thread.MIN_PRIORITY + ", " + Thread.MAX_PRIORITY + "]");
    }
    if (ticksWaitingMax < 1) {
      throw new IllegalArgumentException("ticksWaitingMax=" + ticksWaitingMax + " is less than 1");
    }
    if (holdNs < 0) {
      throw new IllegalArgumentException("holdNs=" + holdNs + " is negative");
    }
  }

  /**
   * The usual timing of a node: one of the world stands for a device, whose delay is part of the model, one of the car takes
   * what it takes.
   */
  public static NodeTiming of(NodeSpec spec) {
    return spec.essential() ? SKIPPING.withHoldNs(spec.latencyNs()) : SKIPPING;
  }

  public NodeTiming withHoldNs(long value) {
    return new NodeTiming(waiting, threadPriority, ticksWaitingMax, value);
  }
}
