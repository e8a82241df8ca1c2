package io.camber.evaluation.accuracy;

/** Picks two messages a second, as nuScenes annotates: the first of each half second. */
final class Keyframes {
  private static final long KEYFRAME_NS = 500_000_000L;

  private long last = -1;

  /** True for the first message of its half second. */
  boolean isNext(long timeNs) {
    long now = timeNs / KEYFRAME_NS;
    if (now <= last) {
      return false;
    }
    last = now;
    return true;
  }
}
