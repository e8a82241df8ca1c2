package io.camber.bus.shm;

import io.camber.bus.transport.Ending;
import java.util.ArrayList;
import java.util.List;

/** Ends that are closed together: all threads are stopped once, and whoever waits for one end waits for all. */
final class Doors {
  /** How long a closer stays for an owner inside, who may be in a handler for ever. */
  private static final long PATIENCE_NS = 100_000_000;

  private static final long PARK_NS_MIN = 20_000;
  private static final long PARK_NS_MAX = 500_000;

  private Doors() {}

  /**
   * Closes the ends, in this order where it matters. When it returns they are closed, but for those whose owners are still
   * inside after some time, and those that this very thread is closing. One that fails does not keep the others open.
   */
  static void close(List<Door> doors) {
    try (Calm calm = new Calm()) {
      close(doors, calm);
    }
  }

  private static void close(List<Door> doors, Calm calm) {
    boolean isOfOthers = false;
    for (Door door : doors) {
      isOfOthers |= door.shut();
    }
    if (isOfOthers) {
      Door.stopAll();
    }
    Ending ending = new Ending();
    visit(doors, ending, calm);
    doors.forEach(door -> ending.run(door::tell));
    ending.finish();
  }

  private static void visit(List<Door> doors, Ending ending, Calm calm) {
    List<Visit> visits = new ArrayList<>();
    doors.forEach(door -> visits.add(new Visit(door, ending)));
    long start = System.nanoTime();
    while (true) {
      long waitedNs = System.nanoTime() - start;
      visits.removeIf(visit -> visit.isOver(waitedNs));
      if (visits.isEmpty()) {
        return;
      }
      calm.park(Math.min(PARK_NS_MAX, Math.max(PARK_NS_MIN, waitedNs >> 3)));
    }
  }

  /** One closer at one end. */
  private static final class Visit {
    private final Door door;
    private final Ending ending;
    private final boolean isOfAnother;
    private boolean isTaken;

    /** When it was seen to be taken, by this closer or another; before that the start. */
    private long takenNs;

    private boolean isAnothers;

    Visit(Door door, Ending ending) {
      this.door = door;
      this.ending = ending;
      this.isOfAnother = door.isOfAnother();
    }

    /** One look: whether there is nothing left to be done, or to be waited for. */
    boolean isOver(long waitedNs) {
      if (!isTaken && (door.isClosed() || door.isOwnersOwn() || door.isTakenHere())) {
        return true;
      }
      if (!isTaken && (!isOfAnother || door.inside() == 0) && door.take()) {
        isTaken = true;
        takenNs = waitedNs;
      }
      if (isTaken) {
        return isEnded(waitedNs - takenNs);
      }
      if (!hasTime(waitedNs)) {
        ending.run(door::giveUp);
        return true;
      }
      return false;
    }

    /** Whoever closes the end may wait for those it owes, and this closer for that. */
    private boolean hasTime(long waitedNs) {
      if (!isAnothers && door.isTaken()) {
        isAnothers = true;
        takenNs = waitedNs;
      }
      long sinceNs = waitedNs - takenNs - PATIENCE_NS;
      return sinceNs < (isAnothers ? door.patienceNs() : 0);
    }

    private boolean isEnded(long sinceTakenNs) {
      if (!door.isSettled(sinceTakenNs)) {
        return false;
      }
      door.end();
      return true;
    }
  }
}
