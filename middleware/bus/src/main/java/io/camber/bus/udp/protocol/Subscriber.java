package io.camber.bus.udp.protocol;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Loan;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reader's end of a topic: a queue for each writer. Filled by whoever drives the participant, emptied by the reader's
 * thread. A best-effort queue keeps the newest messages and counts what it dropped; a reliable one is bounded by what its
 * writer may send ahead.
 */
public final class Subscriber {
  final EndpointEntry entry;
  private final Bell bell;
  private final Consumer<Runnable> appetite;
  private final List<Queue> queues = new CopyOnWriteArrayList<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final WireHeader header = new WireHeader();
  private MessageBuffer.@Nullable Lease current;
  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong bytesLargest = new AtomicLong();
  private final AtomicLong lastTimeNs = new AtomicLong();
  private final AtomicLong lostBefore = new AtomicLong();

  /** Appetite: is given something to run when a reader worked off what held its writer back. */
  Subscriber(EndpointEntry entry, Bell bell, Consumer<Runnable> appetite) {
    this.entry = entry;
    this.bell = bell;
    this.appetite = appetite;
  }

  boolean isReliable() {
    return entry.topic().qos().reliability() == Qos.Reliability.RELIABLE;
  }

  Queue attach(String publisher, @Nullable InStream source) {
    Queue queue = new Queue(publisher, source);
    queues.add(queue);
    return queue;
  }

  public boolean hasMessages() {
    return waiting.get() > 0;
  }

  /** Hands up to {@code limit} waiting messages to the handler. */
  public int poll(WireHandler handler, int limit) {
    int count = 0;
    for (int i = 0; i < queues.size() && count < limit; i++) {
      Queue queue = queues.get(i);
      int taken = queue.drain(handler, limit - count);
      count += taken;
      if (queue.isSpent()) {
        add(lostBefore, queue.lost.get());
        queues.remove(queue);
        i--;
      }
    }
    return count;
  }

  /** Keeps the message that the handler is looking at. */
  public Loan loan() {
    MessageBuffer.Lease lease = current;
    if (lease == null) {
      throw new IllegalStateException("loan() outside of a handler");
    }
    lease.message().hold();
    return lease;
  }

  public WireCounters counters() {
    long lost = lostBefore.get();
    for (Queue queue : queues) {
      lost += queue.lost.get();
    }
    return new WireCounters(
        messages.get(), bytes.get(), lost, 0, bytesLargest.get(), lastTimeNs.get());
  }

  /** Adds where only one thread writes. */
  private static void add(AtomicLong count, long more) {
    count.setRelease(count.getPlain() + more);
  }

  void close() {
    for (Queue queue : queues) {
      queue.clear();
    }
    queues.clear();
  }

  /** Messages of one writer on their way to one reader. */
  final class Queue {
    private final String publisher;
    private final int depth;
    private final ArrayDeque<MessageBuffer.Lease> leases = new ArrayDeque<>();
    private long head;
    private long tail;
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean ended;
    private volatile int owes = -1;
    private final Runnable onAppetite = this::tellAppetite;
    private @Nullable InStream source;

    /** What comes before this message came through the stream before, or not at all. */
    private long floor;

    private Queue(String publisher, @Nullable InStream source) {
      this.source = source;
      this.publisher = publisher;
      this.depth =
          isReliable() ? ProtocolConfig.WINDOW_MESSAGES : entry.topic().qos().depth();
    }

    private void tellAppetite() {
      if (source != null) {
        source.onAppetite();
      }
    }

    /** Another stream of the same writer goes on where the last one was. */
    void continueWith(InStream next, long expected) {
      source = next;
      floor = expected;
    }

    /** The stream begins with this message. */
    void onStart(long sequence) {
      if (floor > 0 && sequence > floor) {
        lose(sequence - floor);
      }
    }

    void offer(MessageBuffer.Lease lease, long sequence) {
      if (sequence < floor) {
        lease.close();
        return;
      }
      MessageBuffer.Lease dropped = null;
      synchronized (this) {
        if (leases.size() == depth) {
          dropped = leases.pollFirst();
          head++;
        }
        leases.addLast(lease);
        tail = sequence + 1;
        head = tail - leases.size();
      }
      if (dropped == null) {
        waiting.incrementAndGet();
      } else {
        dropped.close();
        lose(1);
      }
      bell.ring();
    }

    @SuppressWarnings(
        "NonAtomicOperationOnVolatileField") // one thread writes: the one that drives the
    // participant
    void lose(long count) {
      add(lost, count);
    }

    /** The oldest message that its writer has to wait for; {@code none} when there is none. */
    synchronized long firstWaiting(long none) {
      return leases.isEmpty() || !isReliable() ? none : head;
    }

    synchronized int size() {
      return leases.size();
    }

    private synchronized MessageBuffer.@Nullable Lease take() {
      MessageBuffer.Lease lease = leases.pollFirst();
      if (lease != null) {
        head++;
      }
      return lease;
    }

    private int drain(WireHandler handler, int limit) {
      int count = 0;
      while (count < limit) {
        MessageBuffer.Lease lease = take();
        if (lease == null) {
          break;
        }
        waiting.decrementAndGet();
        count++;
        MessageBuffer message = lease.message();
        message.readHeader(header);
        int payloadBytes = message.payloadBytes();
        add(messages, 1);
        add(bytes, payloadBytes);
        bytesLargest.setRelease(Math.max(bytesLargest.getPlain(), payloadBytes));
        lastTimeNs.setRelease(header.publishTimeNs());
        current = lease;
        try {
          handler.onMessage(publisher, header, lease.payload());
        } finally {
          current = null;
          lease.close();
        }
      }
      int owed = owes;
      if (count > 0 && owed >= 0 && size() <= owed / 2) {
        owes = -1;
        appetite.accept(onAppetite);
      }
      return count;
    }

    void noteStatusSent() {
      int size = size();
      owes = size == 0 || !isReliable() ? -1 : size;
    }

    void end() {
      ended = true;
    }

    private boolean isSpent() {
      return ended && size() == 0;
    }

    private void clear() {
      MessageBuffer.Lease lease = take();
      while (lease != null) {
        waiting.decrementAndGet();
        lease.close();
        lease = take();
      }
    }
  }
}
