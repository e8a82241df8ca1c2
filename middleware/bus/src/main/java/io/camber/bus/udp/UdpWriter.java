package io.camber.bus.udp;

import io.camber.bus.transport.WireClosedException;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireWriter;
import io.camber.bus.udp.protocol.Claim;
import io.camber.bus.udp.protocol.Publication;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A sending end over UDP: fills pooled memory, then sends from the caller's thread. */
final class UdpWriter implements WireWriter {
  private static final int LARGE_BYTES = 512 << 10;
  private static final int PART_BYTES = 128 << 10;

  private final Driver driver;
  private final Publication publication;
  private final UdpConfig config;
  private @Nullable Claim claimed;
  private volatile boolean isClosed;

  UdpWriter(Driver driver, Publication publication, UdpConfig config) {
    this.driver = driver;
    this.publication = publication;
    this.config = config;
  }

  @Override
  public boolean send(WireHeader header, ByteBuffer payload) {
    int length = payload.remaining();
    checkLength(length);
    if (length >= LARGE_BYTES) {
      return sendLarge(header, payload, length);
    }
    Claim claim = publication.claim(header, length);
    boolean isSent = false;
    try {
      claim.fill(payload);
      synchronized (driver.lock()) {
        isSent = findRoom(header.originLength(), length);
        if (isSent) {
          commit(claim, length);
        }
      }
    } finally {
      if (!isSent) {
        claim.abort();
      }
    }
    return isSent;
  }

  /** The first fragments are on their way, and read from the cache, while the last are copied. */
  private boolean sendLarge(WireHeader header, ByteBuffer payload, int length) {
    Claim claim;
    synchronized (driver.lock()) {
      if (!findRoom(header.originLength(), length)) {
        return false;
      }
      claim = publication.claim(header, length);
      publication.begin(claim, length);
    }
    try {
      fill(claim, payload, length);
    } catch (RuntimeException | Error failure) {
      synchronized (driver.lock()) {
        publication.giveUp(claim, failure, System.nanoTime());
      }
      throw failure;
    }
    publication.end(claim);
    return true;
  }

  private void fill(Claim claim, ByteBuffer payload, int length) {
    for (int done = 0; done < length; ) {
      int part = Math.min(PART_BYTES, length - done);
      publication.fill(claim, payload, done, part);
      done += part;
      synchronized (driver.lock()) {
        long nowNs = System.nanoTime();
        driver.busy(nowNs);
        publication.proceed(claim, done, nowNs);
      }
    }
  }

  @Override
  public @Nullable ByteBuffer claim(WireHeader header, int lengthMax) {
    checkLength(lengthMax);
    if (claimed != null) {
      throw new IllegalStateException("the last claim was neither committed nor aborted");
    }
    synchronized (driver.lock()) {
      if (!findRoom(header.originLength(), lengthMax)) {
        return null;
      }
    }
    Claim claim = publication.claim(header, lengthMax);
    claimed = claim;
    return claim.payload();
  }

  @Override
  public void commit(int length) {
    Claim claim = takeClaim();
    if (length < 0 || length > claim.lengthMax()) {
      claim.abort();
      throw new IllegalArgumentException(
          "length=" + length + " is outside [0, " + claim.lengthMax() + "]");
    }
    synchronized (driver.lock()) {
      if (isShut()) {
        claim.abort();
        throw closed();
      }
      commit(claim, length);
    }
  }

  @Override
  public void abort() {
    takeClaim().abort();
  }

  private Claim takeClaim() {
    Claim claim = claimed;
    if (claim == null) {
      throw new IllegalStateException("nothing is claimed");
    }
    claimed = null;
    return claim;
  }

  private static void checkLength(int length) {
    if (length < 0 || length > PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "length=" + length + " is outside [0, " + PAYLOAD_BYTES_MAX + "]");
    }
  }

  private void commit(Claim claim, int length) {
    long nowNs = System.nanoTime();
    driver.busy(nowNs);
    publication.commit(claim, length, nowNs);
  }

  private boolean findRoom(int originBytes, int length) {
    checkOpen();
    long leftNs = config.overrunWaitNs();
    while (!publication.hasRoom(originBytes, length)) {
      if (leftNs <= 0) {
        publication.countRefused();
        if (config.overrun() == UdpConfig.Overrun.REFUSE) {
          return false;
        }
        publication.makeRoom(originBytes, length);
        return true;
      }
      leftNs = driver.awaitRoom(leftNs);
      checkOpen();
    }
    return true;
  }

  private void checkOpen() {
    if (isShut()) {
      throw closed();
    }
  }

  private boolean isShut() {
    return isClosed || driver.isClosed();
  }

  private static WireClosedException closed() {
    return new WireClosedException("the writer or its wire is closed");
  }

  @Override
  public WireCounters counters() {
    return driver.locked(now -> publication.counters());
  }

  @Override
  public void close() {
    driver.locked(now -> {
      isClosed = true;
      driver.lock().notifyAll(); // whoever waits for room
      publication.close();
      return now;
    });
  }
}
