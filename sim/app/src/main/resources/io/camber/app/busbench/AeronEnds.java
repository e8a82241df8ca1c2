import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.FragmentAssembler;
import io.aeron.Publication;
import io.aeron.Subscription;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.logbuffer.BufferClaim;
import io.aeron.logbuffer.FragmentHandler;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.Locale;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.ShutdownSignalBarrier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Aeron between two processes beside a media driver of their own: driver|ping|pong|pub|sub ipc|udp BYTES SECONDS spin|backoff
 * FOLDER. Term buffers of eight messages, fragments of 64 KiB.
 */
public final class AeronEnds {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long WARM_UP_NS = SECOND_NS * 3 / 2;
  private static final long CONNECT_NS = 15 * SECOND_NS;
  private static final long LIFE_MS = 60_000;
  private static final int SAMPLES_MAX = 8_000_000;
  private static final int FRAGMENTS = 10;
  private static final int MTU = 65_504 & ~31;
  private static final int BUFFER_BYTES = 4 << 20;

  private final boolean isIpc;
  private final int bytes;
  private final double seconds;
  private final IdleStrategy idle;
  private final String folder;
  private final BufferClaim claim = new BufferClaim();
  private long heard = -1;
  private long count;
  private long kept;

  private AeronEnds(String[] args) {
    isIpc = args[1].equals("ipc");
    bytes = Integer.parseInt(args[2]);
    seconds = Double.parseDouble(args[3]);
    idle = args[4].equals("spin") ? new BusySpinIdleStrategy() : new BackoffIdleStrategy();
    folder = args[5];
  }

  public static void main(String[] args) throws Exception {
    Thread life = new Thread(() -> {
      try {
        Thread.sleep(LIFE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Runtime.getRuntime().halt(4);
    });
    life.setDaemon(true);
    life.start();
    AeronEnds ends = new AeronEnds(args);
    switch (args[0]) {
      case "driver" -> ends.drive();
      case "ping" -> ends.ping();
      case "pong" -> ends.pong();
      case "pub" -> ends.publish();
      default -> ends.subscribe();
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private void drive() throws Exception {
    int term = Math.max(1 << 20, BitUtil.findNextPositivePowerOfTwo(8 * (bytes + 4096)));
    MediaDriver.Context context = new MediaDriver.Context()
        .aeronDirectoryName(folder)
        .dirDeleteOnStart(true)
        .dirDeleteOnShutdown(true)
        .warnIfDirectoryExists(false)
        .threadingMode(ThreadingMode.SHARED)
        .termBufferSparseFile(true)
        .ipcMtuLength(MTU)
        .mtuLength(MTU)
        .ipcTermBufferLength(term)
        .publicationTermBufferLength(term);
    int socket = socketBytes();
    context.initialWindowLength(Math.min(term / 2, socket)).socketSndbufLength(socket).socketRcvbufLength(socket);
    try (MediaDriver driver = MediaDriver.launch(context)) {
      new ShutdownSignalBarrier().await();
    }
  }

  /** As much as the system gives. */
  private static int socketBytes() throws Exception {
    try (DatagramChannel socket = DatagramChannel.open()) {
      socket.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
      socket.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      return Math.min(
          BUFFER_BYTES,
          Math.min(
              socket.getOption(StandardSocketOptions.SO_SNDBUF),
              socket.getOption(StandardSocketOptions.SO_RCVBUF)));
    }
  }

  private Aeron connect() throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        return Aeron.connect(new Aeron.Context().aeronDirectoryName(folder));
      } catch (RuntimeException e) {
        if (System.nanoTime() - start > CONNECT_NS) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  private String channel(int port) {
    return isIpc ? "aeron:ipc" : "aeron:udp?endpoint=127.0.0.1:" + port;
  }

  private ExclusivePublication out(Aeron aeron, int stream) {
    return aeron.addExclusivePublication(channel(42_960 + stream), stream);
  }

  private Subscription in(Aeron aeron, int stream) {
    return aeron.addSubscription(channel(42_960 + stream), stream);
  }

  private FragmentHandler whole(FragmentHandler handler) {
    return new FragmentAssembler(handler, bytes + 64);
  }

  private void lookAtAll(DirectBuffer buffer, int offset, int length) {
    long sum = 0;
    for (int i = 0; i + Long.BYTES <= length; i += 64) {
      sum += buffer.getLong(offset + i);
    }
    kept += sum;
  }

  private void send(ExclusivePublication out, DirectBuffer from, int offset, int length, long number) {
    while (true) {
      long position;
      if (length <= out.maxPayloadLength()) {
        position = out.tryClaim(length, claim);
        if (position > 0) {
          claim.buffer().putBytes(claim.offset(), from, offset, length);
          claim.buffer().putLong(claim.offset(), number);
          claim.commit();
          return;
        }
      } else {
        position = out.offer(from, offset, length);
        if (position > 0) {
          return;
        }
      }
      if (position == Publication.CLOSED || position == Publication.MAX_POSITION_EXCEEDED) {
        throw new IllegalStateException("publication ended: " + position);
      }
      idle.idle(0);
    }
  }

  private UnsafeBuffer source() {
    UnsafeBuffer source = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes));
    source.setMemory(0, bytes, (byte) 7);
    return source;
  }

  private void pong() throws Exception {
    Aeron aeron = connect();
    ExclusivePublication out = out(aeron, 2);
    Subscription in = in(aeron, 1);
    FragmentHandler echo = whole((buffer, offset, length, header) -> {
      lookAtAll(buffer, offset, length);
      send(out, buffer, offset, length, buffer.getLong(offset));
    });
    while (true) {
      idle.idle(in.poll(echo, FRAGMENTS));
    }
  }

  private void ping() throws Exception {
    Aeron aeron = connect();
    ExclusivePublication out = out(aeron, 1);
    Subscription in = in(aeron, 2);
    long start = System.nanoTime();
    while (!out.isConnected() || !in.isConnected()) {
      if (System.nanoTime() - start > CONNECT_NS) {
        throw new IllegalStateException("nobody came");
      }
      Thread.sleep(5);
    }
    UnsafeBuffer source = source();
    FragmentHandler take = whole((buffer, offset, length, header) -> {
      lookAtAll(buffer, offset, length);
      heard = buffer.getLong(offset);
    });
    long[] samples = new long[SAMPLES_MAX];
    int taken = 0;
    long from = System.nanoTime() + WARM_UP_NS;
    long until = from + (long) (seconds * 1e9);
    long before = System.nanoTime();
    for (long number = 0; before < until && taken < SAMPLES_MAX; number++) {
      source.putLong(0, number);
      send(out, source, 0, bytes, number);
      while (heard != number) {
        idle.idle(in.poll(take, FRAGMENTS));
      }
      long after = System.nanoTime();
      if (before > from) {
        samples[taken++] = after - before;
      }
      before = after;
    }
    Arrays.sort(samples, 0, taken);
    System.out.printf(
        Locale.ROOT,
        "{\"n\":%d,\"p50\":%d,\"p99\":%d}%n",
        taken,
        samples[taken / 2],
        samples[(int) (taken * 0.99)]);
  }

  private void publish() throws Exception {
    ExclusivePublication out = out(connect(), 1);
    while (!out.isConnected()) {
      Thread.sleep(5);
    }
    UnsafeBuffer source = source();
    for (long number = 0; ; number++) {
      source.putLong(0, number);
      send(out, source, 0, bytes, number);
    }
  }

  private void subscribe() throws Exception {
    Subscription in = in(connect(), 1);
    FragmentHandler take = whole((buffer, offset, length, header) -> {
      lookAtAll(buffer, offset, length);
      count++;
    });
    long begin = System.nanoTime();
    while (count == 0) {
      if (System.nanoTime() - begin > CONNECT_NS) {
        throw new IllegalStateException("nothing came");
      }
      idle.idle(in.poll(take, 64));
    }
    run(in, take, WARM_UP_NS);
    count = 0;
    long tookNs = run(in, take, (long) (seconds * 1e9));
    System.out.printf(
        Locale.ROOT, "{\"n\":%d,\"lost\":0,\"mb_s\":%.3f}%n", count, count * 1e3 * bytes / tookNs);
  }

  private long run(Subscription in, FragmentHandler take, long lengthNs) {
    long start = System.nanoTime();
    long now = start;
    while (now - start < lengthNs) {
      idle.idle(in.poll(take, 64));
      now = System.nanoTime();
    }
    return now - start;
  }
}
