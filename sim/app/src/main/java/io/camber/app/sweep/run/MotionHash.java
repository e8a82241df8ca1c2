package io.camber.app.sweep.run;

import io.camber.truth.ActorTruth;
import java.util.HexFormat;
import java.util.List;

/** FNV-1a with 64 bits over the poses of everybody: tells whether two runs went alike, no more. */
final class MotionHash {
  private static final long PRIME = 0x100000001b3L;

  private long hash = 0xcbf29ce484222325L;

  void add(long timeNs, List<ActorTruth> actors) {
    mix(timeNs);
    for (ActorTruth actor : actors) {
      mix(Double.doubleToLongBits(actor.mapFromReference().x()));
      mix(Double.doubleToLongBits(actor.mapFromReference().y()));
      mix(Double.doubleToLongBits(actor.mapFromReference().yaw()));
      mix(Double.doubleToLongBits(actor.speedMps()));
    }
  }

  /** Eight bytes at once; the shift brings the upper ones down, which a multiplication never does. */
  private void mix(long value) {
    hash = (hash ^ value) * PRIME;
    hash ^= hash >>> 32;
  }

  String text() {
    return HexFormat.of().toHexDigits(hash);
  }
}
