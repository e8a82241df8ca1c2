package io.camber.bus.udp.protocol;

import io.camber.bus.udp.protocol.Subscriber.Queue;
import java.util.ArrayList;
import java.util.List;

/** Between the messages of one remote writer and its readers here: memory for what comes, queues for what is complete. */
final class Delivery {
  private final BufferPool pool;
  private final Traffic traffic;
  private final List<Queue> queues = new ArrayList<>(1);
  private final List<Subscriber> readers = new ArrayList<>(1);
  private final ArrayList<Assembly> spare = new ArrayList<>();

  Delivery(BufferPool pool, Traffic traffic) {
    this.pool = pool;
    this.traffic = traffic;
  }

  void serve(Subscriber reader, Queue queue) {
    readers.add(reader);
    queues.add(queue);
  }

  boolean serves(List<Subscriber> others) {
    return readers.equals(others);
  }

  Assembly begin(Fragment fragment) {
    Assembly assembly = spare.isEmpty() ? new Assembly(pool) : spare.remove(spare.size() - 1);
    assembly.start(fragment.sequence, fragment.messageBytes, fragment.fragmentBytes);
    return assembly;
  }

  /** Adds a fragment; false when it belongs to another message of this number. */
  boolean add(Assembly assembly, Fragment fragment) {
    if (!assembly.fits(fragment.messageBytes, fragment.fragmentBytes)) {
      return false;
    }
    if (!assembly.add(fragment)) {
      traffic.countFragmentTwice();
    }
    return true;
  }

  void abandon(Assembly assembly) {
    assembly.abandon();
    spare.add(assembly);
  }

  /** Hands a complete message to every reader. */
  void hand(Assembly assembly) {
    long sequence = assembly.sequence();
    MessageBuffer message = assembly.finish();
    spare.add(assembly);
    if (message.isConsistent()) {
      for (int i = 0; i < queues.size(); i++) {
        queues.get(i).offer(message.lease(), sequence);
      }
    } else {
      traffic.countMalformed();
    }
    message.release();
  }

  void lose(long count) {
    if (count > 0) {
      for (int i = 0; i < queues.size(); i++) {
        queues.get(i).lose(count);
      }
    }
  }

  /** The oldest message that the slowest reader has not taken, {@code expected} when all have taken all. */
  long firstWaiting(long expected) {
    long least = expected;
    for (int i = 0; i < queues.size(); i++) {
      least = Math.min(least, queues.get(i).firstWaiting(expected));
    }
    return least;
  }

  void noteStatusSent() {
    for (int i = 0; i < queues.size(); i++) {
      queues.get(i).noteStatusSent();
    }
  }

  void close() {
    for (Queue queue : queues) {
      queue.end();
    }
    queues.clear();
  }
}
