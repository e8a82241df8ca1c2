package io.camber.bus.shm;

import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Closes wires while other threads send and read: whatever they touch then must not end the process. */
final class Closing {
  private static final int LENGTH = 20_000;
  private static final long BUSY_NS = 1_500_000;

  private final AtomicLong sum = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean isOver;

  private Closing() {}

  static void repeat(Path root, int times) throws InterruptedException {
    long sent = 0;
    for (int i = 0; i < times; i++) {
      Closing closing = new Closing();
      closing.once(root);
      sent += closing.sent.get();
    }
    System.out.println("closed " + times + " after " + sent);
    System.out.flush();
  }

  private void once(Path root) throws InterruptedException {
    SharedMemoryWire wire = SharedMemoryWire.open(ChildMain.config(root), WireListener.SILENT);
    WireWriter writer = wire.openWriter(ChildMain.NEWEST, "sender");
    WireReader reader =
        wire.openReader(ChildMain.NEWEST, "reader", wire.openBell("reader", Waiting.SPIN));
    Thread sending = new Thread(() -> untilOver(() -> send(writer)), "sender");
    Thread reading = new Thread(() -> untilOver(() -> reader.poll(this::read, 4)), "reader");
    sending.setDaemon(true); // so that a failure to close ends the process
    reading.setDaemon(true);
    sending.start();
    reading.start();
    LockSupport.parkNanos(BUSY_NS);
    wire.close();
    LockSupport.parkNanos(BUSY_NS);
    isOver = true;
    sending.join();
    reading.join();
  }

  /** What a call says that finds its wire closed is an exception and no more. */
  private void untilOver(Runnable call) {
    while (!isOver) {
      try {
        call.run();
      } catch (RuntimeException e) {
        return;
      }
    }
  }

  private void send(WireWriter writer) {
    ByteBuffer claimed = writer.claim(new WireHeader().set(sent.get(), 0, 0), LENGTH);
    if (claimed != null) {
      claimed.order(ByteOrder.LITTLE_ENDIAN);
      while (claimed.remaining() >= Long.BYTES) {
        claimed.putLong(sent.get());
      }
      writer.commit(LENGTH);
      sent.incrementAndGet();
    }
  }

  private void read(String publisher, WireHeader header, ByteBuffer payload) {
    while (payload.remaining() >= Long.BYTES) {
      sum.addAndGet(payload.getLong());
    }
  }
}
