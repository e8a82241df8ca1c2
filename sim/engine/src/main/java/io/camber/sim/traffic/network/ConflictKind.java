package io.camber.sim.traffic.network;

/** How two lanes share ground. */
public enum ConflictKind {
  /** They cross: only one car may be where they do. */
  CROSS,
  /** They end in the same lane: one car follows the other. */
  MERGE,
  /** They begin in the same lane: one car follows the other until they part. */
  DIVERGE
}
