package io.camber.bus.shm;

import io.camber.bus.transport.WireException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one background thread of a wire: notices that the generation moved, that a neighbour died, and that somebody harmed a
 * file. Watches two neighbours in the order of names and one more in turn, so a host of n nodes makes n times 3 probes a
 * tick, not n squared; whoever finds one dead looks at all others at once. The tick grows with the number of peers, which
 * keeps the idle load of a whole host bounded.
 */
final class Watcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
  private static final long TICK_NS_MIN = 4_000_000;
  private static final long TICK_NS_PER_PEER = 2_000_000;
  private static final long TICK_NS_MAX = 128_000_000;
  private static final int NEIGHBOURS = 2;

  private final Registry registry;
  private final Runnable onChange;
  private final Runnable onTick;
  private final Thread thread;
  private volatile boolean closed;
  private Registry.Snapshot seen;
  private int turn;

  /** {@code onChange} after the registry changed, {@code onTick} at every tick; both on the watcher's thread. */
  Watcher(String name, Registry registry, Runnable onChange, Runnable onTick) {
    this.registry = registry;
    this.onChange = onChange;
    this.onTick = onTick;
    this.seen = registry.snapshot();
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      int peers = 0;
      try {
        peers = look();
      } catch (WireException | UncheckedIOException e) {
        LOG.warn("cannot watch the bus, trying again: {}", e.toString());
      }
      LockSupport.parkNanos(this, tickNs(peers));
    }
  }

  /** Of two watching neighbours the first looks after less than a third of this, in the median. */
  static long tickNs(int peers) {
    return Math.min(TICK_NS_MAX, Math.max(TICK_NS_MIN, peers * TICK_NS_PER_PEER));
  }

  private int look() {
    registry.refresh();
    Registry.Neighbourhood around = registry.neighbourhood();
    List<Peer> peers = around.peers();
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
    boolean isDead = false;
    for (int i = 0; i < Math.min(NEIGHBOURS, size); i++) {
      isDead |= peers.get((anchor + i) % size).probe();
    }
    turn = (turn + 1) % size;
    return peers.get(turn).probe() || isDead;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
