package io.camber.pose;

/** How far the pose may be trusted. The order is part of the wire format. */
public enum PoseStatus {
  INITIALIZING,
  TRACKING,
  DEAD_RECKONING,
  LOST
}
