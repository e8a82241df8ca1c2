package io.camber.bus.udp.protocol;

import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireWriter;

/** A sending end as its owner uses it. Calls are serialised with those to its participant by whoever drives both. */
public final class Publication {
  static final int MESSAGE_BYTES_MAX =
      Frames.MESSAGE_HEADER_BYTES + WireHeader.ORIGIN_BYTES_MAX + WireWriter.PAYLOAD_BYTES_MAX;

  /** Smaller fragments than any datagram size that may be configured gives are refused. */
  static final int FRAGMENT_BYTES_MIN = 256;

  private final Participant participant;
  private final OutStream stream;
  private final BufferPool pool;

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

  public WireCounters counters() {
    return stream.counters();
  }

  public void close() {
    participant.closeWriter(stream);
  }
}
