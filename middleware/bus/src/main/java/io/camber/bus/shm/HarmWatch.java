package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;

/** Looks at writers' files: whether one was cut, which faults, and now and then whether it is still its owner's alone. Of one thread. */
final class HarmWatch {
  /** Asking for owner and mode of a file costs ten times what asking for its size costs. */
  private static final long MODE_LOOK_NS = 200_000_000;

  private final BusFiles files;
  private long modeLookedNs;

  HarmWatch(BusFiles files) {
    this.files = files;
  }

  void look(SegmentWriter writer) {
    PresentSegment segment = writer.present();
    EndInfo info = segment.info();
    boolean isHarmed = !segment.isWhole();
    long now = System.nanoTime();
    if (!isHarmed && now - modeLookedNs >= MODE_LOOK_NS) {
      modeLookedNs = now;
      isHarmed = !files.isIntact(info.file());
    }
    if (isHarmed && info.id() == segment.info().id()) {
      writer.markHarmed();
    }
  }
}
