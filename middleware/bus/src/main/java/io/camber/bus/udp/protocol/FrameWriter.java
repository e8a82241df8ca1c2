package io.camber.bus.udp.protocol;

import io.camber.bus.udp.security.Protection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Builds, seals and sends this participant's datagrams. Every datagram takes a counter of its own that is never used again.
 * Where nothing is sealed, large fragments are sent from where the message lies: the frame's header is written over the
 * bytes before the fragment, which are put back after sending.
 */
final class FrameWriter {
  private final long sender;
  private final long epoch;
  private final byte protectionCode;
  private final boolean transparent;
  private final Protection.Sealer sealer;
  private final Traffic traffic;
  private final ByteBuffer scratch;
  private final byte[] saved = new byte[Frames.DATA_BODY_AT];
  private long counter;

  FrameWriter(long sender, long epoch, Protection protection, Traffic traffic) {
    this.sender = sender;
    this.epoch = epoch;
    this.protectionCode = protection.code();
    this.transparent = protection.overheadBytes() == 0;
    this.sealer = protection.sealer(sender, epoch);
    this.traffic = traffic;
    this.scratch =
        ByteBuffer.allocateDirect(Frames.DATAGRAM_BYTES_MAX + 64).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A frame's buffer with its header; bodies start at {@link Frames#HEADER_BYTES}, and the position is there. */
  ByteBuffer begin(byte type) {
    scratch.clear();
    header(scratch, 0, type);
    scratch.position(Frames.HEADER_BYTES);
    return scratch;
  }

  /** The frame that was begun. */
  ByteBuffer frame() {
    return scratch;
  }

  private void header(ByteBuffer target, int at, byte type) {
    target.putInt(at, Frames.MAGIC);
    target.put(at + Frames.VERSION_AT, Frames.VERSION);
    target.put(at + Frames.TYPE_AT, type);
    target.put(at + Frames.PROTECTION_AT, protectionCode);
    target.put(at + Frames.ZERO_AT, (byte) 0);
    target.putLong(at + Frames.SENDER_AT, sender);
    target.putLong(at + Frames.EPOCH_AT, epoch);
  }

  /** Seals the frame that was begun and says how long it is. */
  int seal(int length) {
    scratch.clear();
    scratch.putLong(Frames.COUNTER_AT, counter);
    traffic.countSent();
    return sealer.seal(scratch, Frames.HEADER_BYTES, length, counter++);
  }

  /** Seals and sends the frame that was begun, up to its position. */
  void send(Peer peer) {
    int length = seal(scratch.position());
    peer.route().send(scratch, 0, length);
  }

  void repair(
      Peer peer, int writer, long sequence, MessageBuffer message, int offset, int fragmentBytes) {
    traffic.countRepairSent();
    data(peer, writer, sequence, message, offset, fragmentBytes, false);
  }

  void data(
      Peer peer,
      int writer,
      long sequence,
      MessageBuffer message,
      int offset,
      int fragmentBytes,
      boolean ask) {
    int length = Math.min(fragmentBytes, message.length() - offset);
    if (transparent && offset >= Frames.DATA_BODY_AT && !message.isShared()) {
      dataInPlace(peer, writer, sequence, message, offset, fragmentBytes, ask);
      return;
    }
    begin(Frames.DATA);
    dataHeader(scratch, 0, writer, sequence, message, offset, fragmentBytes, ask);
    scratch.put(Frames.DATA_BODY_AT, message.bytes, offset, length);
    scratch.position(Frames.DATA_BODY_AT + length);
    send(peer);
  }

  private void dataInPlace(
      Peer peer,
      int writer,
      long sequence,
      MessageBuffer message,
      int offset,
      int fragmentBytes,
      boolean ask) {
    ByteBuffer bytes = message.bytes;
    int at = offset - Frames.DATA_BODY_AT;
    bytes.get(at, saved);
    header(bytes, at, Frames.DATA);
    bytes.putLong(at + Frames.COUNTER_AT, counter++);
    dataHeader(bytes, at, writer, sequence, message, offset, fragmentBytes, ask);
    traffic.countSent();
    int length = Math.min(fragmentBytes, message.length() - offset);
    peer.route().send(bytes, at, Frames.DATA_BODY_AT + length);
    bytes.put(at, saved);
  }

  private static void dataHeader(
      ByteBuffer target,
      int at,
      int writer,
      long sequence,
      MessageBuffer message,
      int offset,
      int fragmentBytes,
      boolean ask) {
    target.putInt(at + Frames.DATA_WRITER_AT, writer);
    target.putLong(at + Frames.DATA_SEQUENCE_AT, sequence);
    target.putInt(at + Frames.DATA_MESSAGE_BYTES_AT, message.length());
    target.putInt(at + Frames.DATA_OFFSET_AT, offset);
    target.putShort(at + Frames.DATA_FRAGMENT_BYTES_AT, (short) fragmentBytes);
    target.putShort(at + Frames.DATA_FLAGS_AT, ask ? Frames.FLAG_ANSWER : 0);
  }

  /** Tells one reader where a stream stands. */
  void stream(OutLink link) {
    ByteBuffer frame = begin(Frames.STREAM);
    frame
        .putInt(link.stream.entry.id())
        .putLong(link.peer.sender)
        .putLong(link.start())
        .putLong(link.first())
        .putLong(link.stream.next());
    send(link.peer);
  }

  /** Tells one writer what arrived and what was consumed. */
  void status(Peer peer, InStream stream) {
    ByteBuffer frame = begin(Frames.STATUS);
    frame
        .putInt(stream.writer())
        .putLong(peer.sender)
        .putLong(stream.consumed())
        .putLong(stream.highSequence())
        .putInt(stream.highOffset());
    send(peer);
  }

  /** Tells a peer why one of its ends takes no part. */
  void refusal(Peer peer, int endpoint, String why) {
    byte[] text = why.getBytes(StandardCharsets.UTF_8);
    begin(Frames.REFUSAL)
        .putInt(endpoint)
        .putLong(peer.sender)
        .put(text, 0, Math.min(text.length, Frames.REFUSAL_TEXT_BYTES_MAX));
    send(peer);
  }
}
