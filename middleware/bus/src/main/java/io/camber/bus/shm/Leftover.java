package io.camber.bus.shm;

import org.jspecify.annotations.Nullable;

/** The segment of a writer that was closed while somebody had a claim in it: goes when that is given back, on any thread. */
final class Leftover {
  private @Nullable Segment segment;
  private boolean isRoomBack;

  /** The writer is done with the segment. */
  synchronized void leave(Segment last) {
    if (isRoomBack) {
      last.close();
    } else {
      segment = last;
    }
  }

  /** Nobody touches the claim's room any more. */
  synchronized void takeRoomBack() {
    isRoomBack = true;
    Segment last = segment;
    segment = null;
    if (last != null) {
      last.close();
    }
  }
}
