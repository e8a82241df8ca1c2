package io.camber.bus.udp.protocol;

import io.camber.bus.Qos;
import io.camber.bus.udp.protocol.Subscriber.Queue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Between the messages of one remote writer and its readers here: memory for what comes, queues for what is complete. Of a
 * transient-local writer the newest are kept for readers that come when the others have them.
 */
final class Delivery {
  private static final int KEPT_BYTES_MAX = 48 << 20;

  private final EndpointEntry writer;
  private final BufferPool pool;
  private final Traffic traffic;
  private final List<Queue> queues = new ArrayList<>(1);
  private final List<Subscriber> readers = new ArrayList<>(1);
  private final ArrayList<Assembly> spare = new ArrayList<>();
  private final int keptMax;
  private final ArrayDeque<MessageBuffer> kept = new ArrayDeque<>();
  private long keptBytes;
  private long keptNext;

  Delivery(EndpointEntry writer, BufferPool pool, Traffic traffic) {
    this.writer = writer;
    this.pool = pool;
    this.traffic = traffic;
    this.keptMax = isLatched(writer)
        ? Math.min(writer.topic().qos().depth(), ProtocolConfig.WINDOW_MESSAGES / 2)
        : 0;
  }

  private static boolean isLatched(EndpointEntry end) {
    return end.topic().qos().durability() == Qos.Durability.TRANSIENT_LOCAL;
  }

  /** Serves these readers from now on: who stays notices nothing. Answers whether somebody came or went. */
  boolean serve(List<Subscriber> wanted, InStream source) {
    if (readers.equals(wanted)) {
      return false;
    }
    for (int i = readers.size() - 1; i >= 0; i--) {
      if (!wanted.contains(readers.get(i))) {
        readers.remove(i);
        queues.remove(i).end();
      }
    }
    for (Subscriber reader : wanted) {
      if (!readers.contains(reader)) {
        Queue queue = reader.attach(writer.node(), source);
        readers.add(reader);
        queues.add(queue);
        catchUp(reader, queue);
      }
    }
    return true;
  }

  private void catchUp(Subscriber reader, Queue queue) {
    long sequence = keptNext - kept.size();
    if (isLatched(reader.entry)) {
      for (MessageBuffer message : kept) {
        queue.offer(message.lease(), sequence++);
      }
    }
  }

  /** Takes over the readers of a stream that ends here, with what it has not handed over yet to begin at {@code expected}. */
  void takeOver(Delivery predecessor, InStream source, long expected) {
    for (Queue queue : predecessor.queues) {
      queue.continueWith(source, expected);
    }
    queues.addAll(predecessor.queues);
    readers.addAll(predecessor.readers);
    predecessor.queues.clear();
    predecessor.readers.clear();
  }

  /** The first message that is to come. */
  void onStart(long sequence) {
    for (int i = 0; i < queues.size(); i++) {
      queues.get(i).onStart(sequence);
    }
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
      keep(message, sequence);
    } else {
      traffic.countMalformed();
    }
    message.release();
  }

  private void keep(MessageBuffer message, long sequence) {
    if (keptMax == 0) {
      return;
    }
    message.hold();
    kept.addLast(message);
    keptBytes += message.length();
    keptNext = sequence + 1;
    while (kept.size() > keptMax || (keptBytes > KEPT_BYTES_MAX && kept.size() > 1)) {
      MessageBuffer oldest = kept.removeFirst();
      keptBytes -= oldest.length();
      oldest.release();
    }
  }

  void lose(long count) {
    if (count > 0) {
      for (int i = 0; i < queues.size(); i++) {
        queues.get(i).lose(count);
      }
    }
  }

  /** The oldest message that the slowest reliable reader has not taken, {@code expected} when all have taken all. */
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
    kept.forEach(MessageBuffer::release);
    kept.clear();
  }
}
