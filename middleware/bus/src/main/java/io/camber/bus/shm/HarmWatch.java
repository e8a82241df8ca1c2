package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireListener;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at writers' files: whether one was cut, which faults, and now and then whether it is still its owner's alone; and after a fault at
 * what else of this wire's is mapped. Of one thread.
 */
final class HarmWatch {
  /** Asking for owner and mode of a file costs ten times what asking for its size costs. */
  private static final long MODE_LOOK_NS = 200_000_000;

  /** In place of a node, which always has a name. */
  private static final String GENERATION = "";

  private final BusFiles files;
  private final WireListener listener;
  private final Set<String> cut = new TreeSet<>();
  private long modeLookedNs;

  HarmWatch(BusFiles files, WireListener listener) {
    this.files = files;
    this.listener = listener;
  }

  /** Whether a node's page was cut, and that is news. */
  boolean isCut(LocalNode node) {
    return !node.page.isWhole() && !cut.contains(node.name);
  }

  void tellCut(LocalNode node) {
    cut.add(node.name);
    tell(
        node.name, FileNames.encode(node.name) + FileNames.NODE, "its bells are not rung any more");
  }

  /** The counter of changes, which everybody looks at. */
  void look(Generation generation) {
    if (!generation.isWhole() && cut.add(GENERATION)) {
      tell("", FileNames.GENERATION, "who comes or goes is not noticed any more");
    }
  }

  private void tell(String node, String file, String effect) {
    listener.onEvent(new WireEvent(
        WireEvent.Kind.MALFORMED, node, "", files.path(file) + " was cut; " + effect));
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
