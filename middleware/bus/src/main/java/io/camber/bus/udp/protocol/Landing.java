package io.camber.bus.udp.protocol;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the next datagram is received to: when it is probably the next fragment of a large message that is not sealed, right
 * where that fragment belongs, with the frame's header over the bytes before it, which are put back. What turns out to be
 * something else is copied away. Used by one thread at a time; opened and closed under the participant's lock.
 */
public final class Landing {
  private final byte[] saved = new byte[Frames.DATA_BODY_AT];
  private final ByteBuffer scratch;
  private @Nullable InStream stream;
  private @Nullable MessageBuffer message;
  private long sequence;
  private int offset;
  private int fragmentBytes;

  /** The scratch memory holds any datagram. */
  public Landing(ByteBuffer scratch) {
    this.scratch = scratch;
  }

  /** Memory for the next datagram, from {@link #at} on. */
  public ByteBuffer bytes() {
    MessageBuffer target = message;
    return target == null ? scratch : target.bytes;
  }

  ByteBuffer scratch() {
    return scratch;
  }

  public int at() {
    return message == null ? 0 : offset - Frames.DATA_BODY_AT;
  }

  /** Bytes that fit there. */
  public int room() {
    return message == null ? scratch.capacity() : Frames.DATAGRAM_BYTES_MAX;
  }

  /** Whether {@link #open} would find a place other than the scratch memory. */
  public boolean expectsMore() {
    return stream != null;
  }

  /** A fragment came: if another one of full size is to follow, it is expected next. */
  void expectAfter(InStream its, Fragment fragment) {
    int next = fragment.end();
    // of the largest size only: no datagram reaches from there into the fragment behind
    boolean follows = fragment.length == Frames.DATAGRAM_BYTES_MAX - Frames.DATA_BODY_AT
        && fragment.messageBytes - next >= fragment.fragmentBytes;
    stream = follows ? its : null;
    sequence = fragment.sequence;
    offset = next;
    fragmentBytes = fragment.fragmentBytes;
  }

  void expectNothing() {
    stream = null;
  }

  /** Takes the place of the expected fragment, if it is free. */
  public void open() {
    InStream its = stream;
    MessageBuffer target = its == null ? null : its.findPlace(sequence, offset);
    if (target == null || target.bytes.capacity() < at(offset) + Frames.DATAGRAM_BYTES_MAX) {
      stream = null;
      return;
    }
    target.hold();
    target.bytes.get(at(offset), saved);
    message = target;
  }

  private static int at(int offset) {
    return offset - Frames.DATA_BODY_AT;
  }

  /** Nothing came. */
  public void close() {
    MessageBuffer target = message;
    if (target != null) {
      target.bytes.put(at(offset), saved);
      target.release();
      message = null;
    }
    stream = null;
  }

  /** A datagram came: its header, and what is no fragment of this place in whole, moves to the scratch memory. */
  void take(int length) {
    MessageBuffer target = message;
    if (target == null) {
      return;
    }
    scratch.put(0, target.bytes, at(offset), Math.min(length, Frames.DATA_BODY_AT));
    target.bytes.put(at(offset), saved);
    if (length > Frames.DATA_BODY_AT && !isExpected(length)) {
      scratch.put(Frames.DATA_BODY_AT, target.bytes, offset, length - Frames.DATA_BODY_AT);
      target.release();
      message = null;
    }
  }

  private boolean isExpected(int length) {
    return length == Frames.DATA_BODY_AT + fragmentBytes
        && scratch.get(Frames.TYPE_AT) == Frames.DATA
        && scratch.getLong(Frames.DATA_SEQUENCE_AT) == sequence
        && scratch.getInt(Frames.DATA_OFFSET_AT) == offset;
  }

  /** Where the body of the datagram lies now. */
  void point(Fragment fragment) {
    MessageBuffer target = message;
    fragment.landedIn = target;
    fragment.source = target == null ? scratch : target.bytes;
    fragment.at = target == null ? Frames.DATA_BODY_AT : offset;
  }

  /** The datagram has been dealt with. */
  void letGo() {
    MessageBuffer target = message;
    if (target != null) {
      target.release();
      message = null;
    }
  }
}
