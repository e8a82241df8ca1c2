package io.camber.bus.udp.protocol;

import io.camber.bus.transport.Loan;
import io.camber.bus.transport.WireHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One message in pooled memory, laid out as in {@link Frames}. Filled by one thread, then read-only and shared by as many as
 * hold it; goes back to its pool when the last lets go.
 */
final class MessageBuffer {
  private static final int PUBLISH_AT = 8;
  private static final int MEASUREMENT_AT = 16;
  private static final int ORIGIN_BYTES_AT = 24;
  private static final int PAYLOAD_BYTES_AT = 28;

  final ByteBuffer bytes;
  final int sizeClass;
  private final Claim claim;
  private final BufferPool pool;
  private final AtomicInteger holders = new AtomicInteger();
  private final List<Lease> leases = new ArrayList<>(1);
  private int length;
  private int ready;
  private int leased;

  MessageBuffer(BufferPool pool, int sizeClass, int capacity) {
    this.pool = pool;
    this.sizeClass = sizeClass;
    this.bytes = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    this.claim = new Claim(this);
  }

  /** Taken from the pool: one holder. */
  void start(int newLength) {
    length = newLength;
    ready = newLength;
    leased = 0;
    holders.set(1);
  }

  void hold() {
    holders.incrementAndGet();
  }

  void release() {
    if (holders.decrementAndGet() == 0) {
      pool.give(this);
    }
  }

  int length() {
    return length;
  }

  /** Writes what stands before the payload and returns where the payload starts. */
  int writeHeader(WireHeader header, int payloadBytes) {
    int originBytes = header.originLength();
    bytes.putLong(0, header.sequence());
    bytes.putLong(PUBLISH_AT, header.publishTimeNs());
    bytes.putLong(MEASUREMENT_AT, header.measurementTimeNs());
    bytes.putInt(ORIGIN_BYTES_AT, originBytes);
    bytes.putInt(PAYLOAD_BYTES_AT, payloadBytes);
    bytes.put(Frames.MESSAGE_HEADER_BYTES, header.originBytes(), 0, originBytes);
    return Frames.MESSAGE_HEADER_BYTES + originBytes;
  }

  /** Cuts a claimed payload to what was filled. */
  void cut(int payloadBytes) {
    bytes.putInt(PAYLOAD_BYTES_AT, payloadBytes);
    length = payloadAt() + payloadBytes;
    ready = length;
  }

  void readHeader(WireHeader header) {
    header.set(bytes.getLong(0), bytes.getLong(PUBLISH_AT), bytes.getLong(MEASUREMENT_AT));
    int originBytes = bytes.getInt(ORIGIN_BYTES_AT);
    byte[] target = header.resizeOrigins(originBytes);
    bytes.get(Frames.MESSAGE_HEADER_BYTES, target, 0, originBytes);
  }

  /** Whether the lengths inside add up; a peer may write anything. */
  boolean isConsistent() {
    int originBytes = bytes.getInt(ORIGIN_BYTES_AT);
    int payloadBytes = bytes.getInt(PAYLOAD_BYTES_AT);
    return originBytes >= 0
        && originBytes <= WireHeader.ORIGIN_BYTES_MAX
        && payloadBytes >= 0
        && payloadBytes == length - Frames.MESSAGE_HEADER_BYTES - originBytes;
  }

  int payloadAt() {
    return Frames.MESSAGE_HEADER_BYTES + bytes.getInt(ORIGIN_BYTES_AT);
  }

  int payloadBytes() {
    return bytes.getInt(PAYLOAD_BYTES_AT);
  }

  /** Only the first bytes of the payload are there yet. */
  void markFilled(int payloadBytes) {
    ready = payloadAt() + payloadBytes;
  }

  boolean isWhole() {
    return ready == length;
  }

  /** How many bytes are there. */
  int readyBytes() {
    return ready;
  }

  /** Whether readers of this process look at the bytes, which must not change any more. */
  boolean isShared() {
    return leased > 0;
  }

  long publishTimeNs() {
    return bytes.getLong(PUBLISH_AT);
  }

  Claim claim() {
    return claim.start();
  }

  /** A hold for one more reader of this message, with a view of its own. */
  Lease lease() {
    if (leases.size() == leased) {
      leases.add(new Lease());
    }
    Lease lease = leases.get(leased++);
    lease.view.limit(payloadAt() + payloadBytes()).position(payloadAt());
    hold();
    return lease;
  }

  /** One reader's hold on the message. */
  final class Lease implements Loan {
    private final ByteBuffer view = bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);

    MessageBuffer message() {
      return MessageBuffer.this;
    }

    @Override
    public ByteBuffer payload() {
      return view;
    }

    @Override
    public void close() {
      release();
    }
  }
}
