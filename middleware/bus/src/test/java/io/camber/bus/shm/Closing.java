package io.camber.bus.shm;

import io.camber.bus.transport.Loan;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireClosedException;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Closes a wire again and again while its own threads send, move to other segments, read, ask and lend, while a process on
 * the same bus is killed now and then. A peer counts: what was said to be sent arrives, whole and in order, whatever moment
 * the wire was closed at; and nothing but {@link WireClosedException} comes up in the threads.
 */
final class Closing {
  private static final long BUSY_NS_MAX = 6_000_000;
  private static final long ARRIVAL_NS = 10_000_000_000L;
  private static final int LENGTH_MAX = 3_000;
  private static final int ROUNDS_PER_DEATH = 40;
  private static final int LOANS = 3;
  private static final WireTopic TOPIC = ChildMain.ALL;

  private final Path root;
  private final int round;
  private final Random random;
  private final SharedMemoryWire wire;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean isOver;

  private Closing(Path root, int round) {
    this.root = root;
    this.round = round;
    this.random = new Random(round);
    this.wire = SharedMemoryWire.open(config(root), WireListener.SILENT);
  }

  /** A writer waits for readers of this process for longer than a busy machine keeps them from the core. */
  private static SharedMemoryConfig config(Path root) {
    return ChildMain.config(root)
        .withSlowReaders(new SlowReaders(SlowReaders.Action.EVICT, ARRIVAL_NS));
  }

  static void repeat(Path root, int times) throws IOException, InterruptedException {
    long sent = 0;
    Child doomed = null;
    try (SharedMemoryWire peer = SharedMemoryWire.open(config(root), WireListener.SILENT)) {
      Count count = new Count(peer.openReader(TOPIC, "peer", peer.openBell("peer", Waiting.SPIN)));
      Thread counting = daemon("peer", count::run);
      for (int i = 0; i < times; i++) {
        if (i % ROUNDS_PER_DEATH == 0) {
          if (doomed != null) {
            doomed.kill();
          }
          doomed = Child.start(root, "subscribe");
          doomed.await("ready");
        }
        Closing closing = new Closing(root, i);
        closing.once();
        count.await(i, closing.sent.get());
        sent += closing.sent.get();
      }
      count.isOver = true;
      counting.join();
    } finally {
      if (doomed != null) {
        doomed.kill();
      }
    }
    System.out.println("closed " + times + " after " + sent);
    System.out.flush();
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true); // so that a failure to close ends the process
    thread.start();
    return thread;
  }

  private void once() throws InterruptedException {
    WireWriter writer = wire.openWriter(TOPIC, "sender");
    WireWriter samples = wire.openWriter(ChildMain.NEWEST, "sender");
    WireReader all = wire.openReader(TOPIC, "reader", wire.openBell("reader", Waiting.SPIN));
    WireReader newest =
        wire.openReader(ChildMain.NEWEST, "reader", wire.openBell("reader", Waiting.SPIN));
    Lender lender = new Lender(all, newest);
    List<Thread> threads = new ArrayList<>();
    Random lengths = new Random(round);
    threads.add(daemon("sender", () -> untilOver(() -> send(writer, samples, lengths))));
    threads.add(daemon("reader", () -> untilOver(lender::read)));
    threads.add(daemon("giver", () -> untilOver(lender::giveBack)));
    threads.add(daemon("looker", () -> untilOver(() -> look(writer, all))));
    LockSupport.parkNanos(random.nextLong(BUSY_NS_MAX));
    if (round % 3 == 0) {
      writer.close();
      newest.close();
    }
    wire.close();
    LockSupport.parkNanos(random.nextLong(BUSY_NS_MAX));
    isOver = true;
    for (Thread thread : threads) {
      thread.join();
    }
    lender.end();
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new AssertionError("round " + round, thrown);
    }
    for (String left : root.resolve("test").toFile().list()) {
      if (left.startsWith("sender") || left.startsWith("reader")) {
        throw new AssertionError("round " + round + " left " + left);
      }
    }
  }

  private void untilOver(Runnable call) {
    while (!isOver) {
      try {
        call.run();
      } catch (WireClosedException e) {
        return;
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
        return;
      }
    }
  }

  /** Sends, or claims and commits, what now and then makes the writer move; stamped with the round. */
  private void send(WireWriter writer, WireWriter samples, Random lengths) {
    long number = sent.get();
    int length = Numbered.LENGTH_MIN
        + lengths.nextInt(lengths.nextInt(20) == 0 ? LENGTH_MAX << (round & 3) : 2000);
    WireHeader header = new WireHeader().set(number, round, 0);
    if (number % 2 == 0) {
      ByteBuffer payload = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      Numbered.fill(payload, number);
      if (writer.send(header, payload)) {
        sent.incrementAndGet();
      }
    } else {
      ByteBuffer room = writer.claim(header, length);
      if (room != null) {
        Numbered.fill(room, number);
        writer.commit(length);
        sent.incrementAndGet();
      }
    }
    samples.send(header, ByteBuffer.allocate(20_000));
  }

  private static void look(WireWriter writer, WireReader reader) {
    if (writer.counters().messages() < 0 || reader.counters().lost() < 0) {
      throw new IllegalStateException("counters make no sense");
    }
    LockSupport.parkNanos(10_000);
  }

  /** Reads two topics on one thread; another gives back what was lent. */
  private static final class Lender {
    private final WireReader all;
    private final WireReader newest;
    private final Deque<Loan> loans = new ArrayDeque<>();
    private final WireHandler keep = this::keep;
    private WireReader polled;

    Lender(WireReader all, WireReader newest) {
      this.all = all;
      this.newest = newest;
      this.polled = all;
    }

    void read() {
      polled = polled == all ? newest : all;
      if (polled.hasMessages()) {
        polled.poll(keep, 8);
      }
    }

    private void keep(String publisher, WireHeader header, ByteBuffer payload) {
      if (polled == all && !Numbered.isWhole(payload)) {
        throw new IllegalStateException("torn");
      }
      synchronized (loans) {
        if (loans.size() < LOANS) {
          loans.add(polled.loan());
        }
      }
    }

    void giveBack() {
      Loan loan;
      synchronized (loans) {
        loan = loans.poll();
      }
      if (loan != null) {
        if (loan.payload().remaining() > 0) {
          loan.payload().get(loan.payload().position());
        }
        loan.close();
      }
      LockSupport.parkNanos(50_000);
    }

    void end() {
      loans.forEach(Loan::close);
    }
  }

  /** What arrives at another wire, by round. */
  private static final class Count {
    private final WireReader reader;
    private volatile long round = -1;
    private final AtomicLong arrived = new AtomicLong();
    private volatile String wrong = "";
    private volatile boolean isOver;

    Count(WireReader reader) {
      this.reader = reader;
    }

    void run() {
      while (!isOver) {
        reader.poll(this::take, 64);
      }
    }

    private void take(String publisher, WireHeader header, ByteBuffer payload) {
      if (round != header.publishTimeNs()) {
        arrived.set(0);
        round = header.publishTimeNs();
      }
      if (header.sequence() != arrived.get() || !Numbered.isWhole(payload)) {
        wrong =
            "round " + round + ": " + header.sequence() + " instead of " + arrived + ", or torn";
      }
      arrived.incrementAndGet();
    }

    void await(int expected, long count) {
      long start = System.nanoTime();
      while (count > 0 && (round != expected || arrived.get() < count)) {
        if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(10)) {
          throw new AssertionError(
              "round " + expected + ": " + count + " sent, " + arrived + " came of " + round);
        }
        Thread.onSpinWait();
      }
      if (!wrong.isEmpty()
          || reader.counters().lost() > 0
          || (count > 0 && arrived.get() > count)) {
        throw new AssertionError(
            wrong + ", lost " + reader.counters().lost() + ", " + arrived + " of " + count);
      }
    }
  }
}
