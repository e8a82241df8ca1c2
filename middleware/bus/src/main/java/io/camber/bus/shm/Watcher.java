package io.camber.bus.shm;

import io.camber.bus.shm.file.FolderWatch;
import io.camber.bus.shm.file.Lifelines;
import io.camber.bus.shm.file.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one background thread of a wire: notices that the generation moved, that a neighbour died, and that somebody harmed a
 * file. Holds the lifelines of two neighbours in the order of names, whose end wakes it; probes the locks of those it cannot hold at
 * every tick, and now and then those of neighbours and of one more in turn, so a host of n nodes never makes n squared probes;
 * whoever finds one dead looks at all others at once. The tick grows with the number of peers, which keeps the idle load of a
 * whole host bounded. While nothing changes the kernel is asked to tell when something does, and ticks are for harm alone.
 */
final class Watcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
  private static final long TICK_NS_MIN = 4_000_000;
  private static final long TICK_NS_PER_PEER = 2_000_000;
  private static final long TICK_NS_MAX = 128_000_000;
  private static final int NEIGHBOURS = 2;

  /** Locks of those whose lifelines are held are probed at every so-manieth look. */
  private static final int LOOKS_PER_PROBE = 16;

  /** After a lifeline ended its process may hold its lock for a moment more. */
  private static final int LOOKS_AFTER_END = 10;

  private static final long TICK_NS_AFTER_END = 1_000_000;

  /** When nothing has changed for so long, and lifelines tell of deaths, ticks are so much longer. */
  private static final long QUIET_NS = 3_000_000_000L;

  private static final int QUIET_TICKS = 4;

  /** And so much where the kernel tells of changes. */
  private static final int TOLD_TICKS = 16;

  private final Registry registry;
  private final Runnable onChange;
  private final Runnable onTick;
  private final Runnable onFault;
  private final Thread thread;
  private volatile boolean closed;
  private Registry.Snapshot seen;
  private final Lifelines lifelines = new Lifelines();
  private final FolderWatch folder;
  private Registry.@Nullable Snapshot held;
  private int turn;
  private int looks;
  private int suspicious;
  private volatile boolean isTold;
  private long changedNs = System.nanoTime();
  private boolean holdsAll;
  private boolean isFaulted;
  private String trouble = "";

  /**
   * {@code onChange} after the registry changed, {@code onTick} at every tick, {@code onFault} after a page had vanished from under one
   * of them or of what is looked at here; all on the watcher's thread.
   */
  Watcher(
      String name,
      Path folder,
      Registry registry,
      Runnable onChange,
      Runnable onTick,
      Runnable onFault) {
    this.registry = registry;
    this.folder = new FolderWatch(folder, this::hear);
    this.onChange = onChange;
    this.onTick = onTick;
    this.onFault = onFault;
    this.seen = registry.snapshot();
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Up to Java 21 the fault of a page that was cut may come up anywhere behind the look at it. */
  private void run() {
    while (!closed) {
      try {
        if (isFaulted) {
          isFaulted = false;
          onFault.run();
        }
        rest(look());
        trouble = "";
      } catch (InternalError e) {
        if (!Mapping.isFault(e)) {
          throw e;
        }
        isFaulted = true;
        getOver(e);
      } catch (RuntimeException e) {
        getOver(e);
      }
    }
    folder.close();
    lifelines.close();
  }

  /** Whatever becomes of one look, even of a listener that hears of it, there is another. */
  private void getOver(Throwable failure) {
    String now = failure.toString();
    if (!now.equals(trouble)) {
      trouble = now;
      LOG.warn("cannot watch the bus, trying again: {}", now);
    }
    LockSupport.parkNanos(this, TICK_NS_MIN);
  }

  private void rest(int peers) {
    boolean isEnded = lifelines.await(suspicious > 0 ? TICK_NS_AFTER_END : sleepNs(peers));
    if (isEnded) {
      held = null; // whose end it was shows when it cannot be held again
    }
    suspicious = isEnded ? LOOKS_AFTER_END : Math.max(0, suspicious - 1);
  }

  /** The file is there before the generation moves, so one look now would come too early. */
  private void hear() {
    isTold = true;
    lifelines.wake();
  }

  private long sleepNs(int peers) {
    if (isTold) {
      isTold = false;
      changedNs = System.nanoTime();
    }
    boolean isQuiet = holdsAll && System.nanoTime() - changedNs > QUIET_NS;
    if (!isQuiet) {
      folder.end();
      return tickNs(peers);
    }
    if (folder.isOn()) {
      return tickNs(peers) * TOLD_TICKS;
    }
    if (!folder.begin()) {
      return tickNs(peers) * QUIET_TICKS;
    }
    return registry.isStale() ? TICK_NS_MIN : tickNs(peers) * TOLD_TICKS;
  }

  /** Of two watching neighbours the first looks after less than a third of this, in the median. */
  static long tickNs(int peers) {
    return Math.min(TICK_NS_MAX, Math.max(TICK_NS_MIN, peers * TICK_NS_PER_PEER));
  }

  private int look() {
    registry.refresh();
    Registry.Snapshot current = registry.snapshot();
    Registry.Neighbourhood around = registry.neighbourhood();
    List<Peer> peers = around.peers();
    if (current != held || !holdsAll) {
      hold(peers, around.anchor());
      held = current;
    }
    if (probe(peers, around.anchor())) {
      for (Peer peer : peers) {
        peer.probe();
      }
      registry.refresh();
    }
    registry.dropOldTombs();
    Registry.Snapshot now = registry.snapshot();
    if (now != seen) {
      seen = now;
      changedNs = System.nanoTime();
      onChange.run();
    }
    onTick.run();
    return peers.size();
  }

  private boolean probe(List<Peer> peers, int anchor) {
    int size = peers.size();
    if (size == 0) {
      return false;
    }
    boolean isDue = suspicious > 0 || looks++ % LOOKS_PER_PROBE == 0;
    boolean isDead = false;
    for (int i = 0; i < Math.min(NEIGHBOURS, size); i++) {
      Peer neighbour = peers.get((anchor + i) % size);
      boolean isAsked = isDue || !lifelines.isHeld(neighbour.lifeline());
      isDead |= isAsked && neighbour.probe();
    }
    if (isDue) {
      turn = (turn + 1) % size;
      isDead |= peers.get(turn).probe();
    }
    return isDead;
  }

  private void hold(List<Peer> peers, int anchor) {
    List<Path> wanted = new ArrayList<>(NEIGHBOURS);
    for (int i = 0; i < Math.min(NEIGHBOURS, peers.size()); i++) {
      Peer neighbour = peers.get((anchor + i) % peers.size());
      if (neighbour.isForeign()) {
        wanted.add(neighbour.lifeline());
      }
    }
    lifelines.watch(wanted);
    holdsAll = wanted.stream().allMatch(lifelines::isHeld);
  }

  @Override
  public void close() {
    closed = true;
    lifelines.wake();
    if (thread == Thread.currentThread()) {
      return; // a listener closes the wire
    }
    try (Calm calm = new Calm()) {
      calm.join(thread);
    }
  }
}
