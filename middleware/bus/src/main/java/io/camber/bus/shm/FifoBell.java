package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.shm.file.NodeLayout;
import io.camber.bus.shm.file.Rope;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps in a read of a FIFO, the only wake-up across processes that plain Java has without a socket. The sleep count in the
 * node's file is odd while the owner sleeps: it raises the count, asks once more whether something is ready, and only then
 * reads; a ringer publishes first and looks at the count after a full fence. One of the two always sees the other. Timeouts
 * come from {@link BellTimer}, which rings like anybody else.
 */
final class FifoBell implements NodeBell {
  private static final long SPIN_NS = 30_000;

  /** About what going to sleep and being woken costs: never waits longer than twice the best. */
  private static final long GLANCE_NS = 5_000;

  private static final int DRAIN_BYTES = 64;

  /** Of a closed bell and of one without a page, which only those hear who look again. */
  private static final long PARK_NS_MAX = 10_000_000;

  private final LocalNode owner;
  private final Waiting waiting;

  /** How long it looks for messages before it goes to sleep. */
  private final long glanceNs;

  private final int number;
  private final int word;
  private final BellTimer timer;
  private final BusFiles files;
  private final String file;
  private final AtomicLong rungSleep = new AtomicLong();
  private final ByteBuffer drained = ByteBuffer.allocateDirect(DRAIN_BYTES);
  private final Rope rope;
  private volatile FileChannel fifo;
  private volatile boolean rung;
  private volatile boolean closed;
  private volatile boolean isCut;
  private volatile @Nullable Thread parked;
  private volatile long deadlineNs = Long.MAX_VALUE;
  private long sleeps;

  FifoBell(LocalNode owner, Waiting waiting, BusFiles files, BellTimer timer) {
    this.owner = owner;
    this.waiting = waiting;
    this.glanceNs = waiting == Waiting.HYBRID ? SPIN_NS : GLANCE_NS;
    this.number = owner.takeBell();
    this.word = NodeLayout.BELLS_AT + number * NodeLayout.BELL_BYTES;
    this.timer = timer;
    this.files = files;
    this.file = FileNames.encode(owner.name) + "~" + number + FileNames.BELL;
    make();
    this.fifo = openFifo();
    this.rope = openRope(); // a channel reads and writes one after the other, so it takes two
    timer.add(this);
  }

  /** Java cannot create a FIFO, so the system's command does, once per bell. */
  private void make() {
    String path = files.path(file).toString();
    try {
      Process process = new ProcessBuilder("mkfifo", "-m", "600", path)
          .redirectErrorStream(true)
          .start();
      String said = new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .strip();
      if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new WireException("mkfifo " + path + " failed: " + said);
      }
    } catch (IOException e) {
      throw new WireException(
          "cannot run mkfifo, which blocking bells need; use Waiting.SPIN or install it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WireException("interrupted while creating " + path, e);
    }
  }

  /** Both ways, so that opening never blocks and the FIFO never ends. */
  private FileChannel openFifo() {
    try {
      return files.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new WireException("cannot open bell " + files.path(file) + ": " + e, e);
    }
  }

  private Rope openRope() {
    try {
      return Rope.open(files, file);
    } catch (IOException e) {
      throw new WireException("cannot open bell " + files.path(file) + ": " + e, e);
    }
  }

  @Override
  public void ring() {
    rung = true;
    VarHandle.fullFence();
    if (closed || isCut) {
      LockSupport.unpark(parked);
    } else {
      pull();
    }
  }

  @Override
  public void doWithoutPage() {
    if (!isCut) {
      isCut = true;
      rope.pull(); // whether its owner sleeps is not to be known any more
    }
  }

  /** After a fault. */
  void lookForCut() {
    if (!owner.page.isWhole()) {
      doWithoutPage();
    }
  }

  private void pull() {
    if (isCut) {
      rope.pull();
      return;
    }
    long count = Words.longAcquire(owner.page.bytes, word);
    if ((count & 1) != 0 && rungSleep.getAndSet(count) != count) {
      rope.pull();
    }
  }

  @Override
  public void await(BooleanSupplier ready, long timeoutNs) {
    try {
      awaitOrFault(ready, timeoutNs);
    } catch (InternalError e) {
      if (!Mapping.isFault(e)) {
        throw e;
      }
      lookForCut(); // if it was another file, the reader's next poll finds it cut
    }
  }

  private void awaitOrFault(BooleanSupplier ready, long timeoutNs) {
    long start = System.nanoTime();
    if (spin(ready, Math.min(glanceNs, timeoutNs), start)) {
      return;
    }
    if (closed || isCut) {
      park(timeoutNs);
      return;
    }
    if (timeoutNs < Long.MAX_VALUE / 2) {
      deadlineNs = start + timeoutNs;
      timer.expect(deadlineNs);
    }
    Words.putLongVolatile(owner.page.bytes, word, ++sleeps);
    try {
      VarHandle.fullFence();
      boolean isLate = timeoutNs < Long.MAX_VALUE / 2 && System.nanoTime() - start >= timeoutNs;
      if (!rung && !closed && !isLate && !ready.getAsBoolean()) {
        sleep();
      }
    } finally {
      deadlineNs = Long.MAX_VALUE;
      Words.putLongVolatile(owner.page.bytes, word, ++sleeps);
      rung = false;
    }
  }

  /** Without its FIFO or its page it waits all the same, so that who goes on with a closed wire does not spin. */
  private void park(long timeoutNs) {
    parked = Thread.currentThread();
    if (!rung) {
      LockSupport.parkNanos(this, Math.min(timeoutNs, PARK_NS_MAX));
    }
    parked = null;
    rung = false;
  }

  private boolean spin(BooleanSupplier ready, long spinNs, long start) {
    while (true) {
      if (rung) {
        rung = false;
        return true;
      }
      if (ready.getAsBoolean()) {
        return true;
      }
      if (spinNs <= 0 || System.nanoTime() - start >= spinNs) {
        return false;
      }
      pause();
    }
  }

  /** A glance gives way: the other side may be waiting for this very core. */
  @SuppressWarnings("ThreadPriorityCheck") // a hint to the scheduler; nothing relies on it
  private void pause() {
    if (waiting == Waiting.HYBRID) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  private void sleep() {
    drained.clear();
    try {
      fifo.read(drained);
    } catch (java.nio.channels.ClosedByInterruptException e) {
      if (!closed) {
        fifo = openFifo(); // an interrupt closes the channel; the thread's flag stays set
      }
    } catch (ClosedChannelException e) {
      return; // closed while asleep
    } catch (IOException e) {
      throw new WireException("cannot sleep on bell " + file + ": " + e, e);
    }
  }

  /** When the timer must ring; {@link Long#MAX_VALUE} for never. */
  long deadlineNs() {
    return deadlineNs;
  }

  @Override
  public Waiting waiting() {
    return waiting;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String node() {
    return owner.name;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Ending ending = new Ending();
    ending.run(() -> timer.remove(this));
    ending.run(() -> files.delete(file));
    ending.run(this::endSleep);
    ending.run(rope::close);
    ending.finish();
  }

  private void endSleep() {
    try {
      pull();
    } finally {
      closeFifo(); // where at the latest the fault of a page that was cut comes up
    }
  }

  private void closeFifo() {
    try {
      fifo.close();
    } catch (IOException e) {
      throw new WireException("cannot close bell " + file + ": " + e, e);
    }
  }
}
