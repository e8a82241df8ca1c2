package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.FileNames;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Segments of dead writers as this process knows them. They stay for a while, so that a reader in the middle of something
 * else finds them; every process of the bus counts for itself and deletes, so it does not matter which of them survives.
 */
final class Tombs {
  /** A reader that polls at least that often loses nothing; half of what a host may keep of the dead, see SHM-02. */
  static final long GRACE_NS = 500_000_000;

  private final BusFiles files;
  private final Map<String, Long> seenNs = new HashMap<>();

  Tombs(BusFiles files) {
    this.files = files;
  }

  /** What is there now. */
  void noteAll(Set<String> names) {
    seenNs.keySet().retainAll(names);
    for (String name : names) {
      if (name.endsWith(FileNames.TOMB)) {
        seenNs.putIfAbsent(name, System.nanoTime());
      }
    }
  }

  /** True when something was deleted. */
  boolean dropOld() {
    if (seenNs.isEmpty()) {
      return false;
    }
    boolean isDropped = false;
    long now = System.nanoTime();
    for (Iterator<Map.Entry<String, Long>> all = seenNs.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<String, Long> tomb = all.next();
      if (now - tomb.getValue() > GRACE_NS) {
        files.delete(tomb.getKey());
        all.remove();
        isDropped = true;
      }
    }
    return isDropped;
  }
}
