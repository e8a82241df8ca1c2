package io.camber.bus.udp.protocol;

import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;

/** A sending end as its owner uses it. Calls are serialised with those to its participant by whoever drives both. */
public final class Publication {
  static final int MESSAGE_BYTES_MAX =
      Frames.MESSAGE_HEADER_BYTES + WireHeader.ORIGIN_BYTES_MAX + WireWriter.PAYLOAD_BYTES_MAX;

  /** Smaller fragments than any datagram size that may be configured gives are refused. */
  static final int FRAGMENT_BYTES_MIN = 256;

  private final Participant participant;
  private final OutStream stream;
  private final BufferPool pool;
  private boolean closed;

  Publication(Participant participant, OutStream stream, BufferPool pool) {
    this.participant = participant;
    this.stream = stream;
    this.pool = pool;
  }

  /** Whether a message can be taken on now, or whether a slow reliable reader is in the way. */
  public boolean hasRoom(int originBytes, int payloadBytes) {
    return participant.hasRoom(stream, Frames.MESSAGE_HEADER_BYTES + originBytes + payloadBytes);
  }

  /** Gives up on readers that are in the way; they are told what they lost. */
  public void makeRoom(int originBytes, int payloadBytes) {
    stream.makeRoom(Frames.MESSAGE_HEADER_BYTES + originBytes + payloadBytes);
  }

  public void countRefused() {
    stream.countRefused();
  }

  /** A message to be filled. Needs no serialising. */
  public Claim claim(WireHeader header, int payloadBytes) {
    MessageBuffer message =
        pool.take(Frames.MESSAGE_HEADER_BYTES + header.originLength() + payloadBytes);
    message.writeHeader(header, payloadBytes);
    return message.claim();
  }

  /** Sends a filled message, cut to its first {@code payloadBytes} bytes. */
  public void commit(Claim claim, int payloadBytes, long nowNs) {
    MessageBuffer message = claim.message();
    message.cut(payloadBytes);
    participant.publish(stream, message, payloadBytes, nowNs);
  }

  /** Begins to send a message that is filled bit by bit with {@link #fill}. */
  public void begin(Claim claim, int payloadBytes) {
    MessageBuffer message = claim.message();
    message.markFilled(0);
    message.hold(); // nobody may take it away from under the one who fills it
    stream.append(message, payloadBytes);
  }

  /** Fills the next bytes in; needs no serialising. */
  public void fill(Claim claim, ByteBuffer payload, int offset, int length) {
    claim.fill(payload, offset, length);
  }

  /** Sends on, now that the first {@code filledBytes} of the payload are there. */
  public void proceed(Claim claim, int filledBytes, long nowNs) {
    MessageBuffer message = claim.message();
    message.markFilled(filledBytes);
    if (message.isWhole()) {
      stream.onWhole();
      participant.deliver(stream, message);
    }
    participant.flush(stream, nowNs);
  }

  /** A message that was begun has been filled to its end. */
  public void end(Claim claim) {
    claim.message().release();
  }

  /**
   * A message that was begun cannot be filled to its end: it is given up, and readers are told that it is lost, and nothing else is.
   *
   * @param failure why; takes in what goes wrong in telling
   */
  public void giveUp(Claim claim, Throwable failure, long nowNs) {
    MessageBuffer message = claim.message();
    try {
      if (!message.isWhole()) {
        participant.giveUp(stream, message);
        participant.flush(stream, nowNs);
      }
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    } finally {
      message.release();
    }
  }

  public WireCounters counters() {
    return stream.counters();
  }

  /** Nothing more is sent; what was sent arrives all the same, as far as its readers take it. */
  public void close() {
    if (!closed) {
      closed = true;
      participant.closeWriter(stream);
    }
  }
}
