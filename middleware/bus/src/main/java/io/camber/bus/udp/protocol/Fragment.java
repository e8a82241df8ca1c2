package io.camber.bus.udp.protocol;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A fragment of a message as it lies in a datagram; its numbers fit each other. Reused by whoever takes datagrams in. */
final class Fragment {
  int writer;
  long sequence;
  int messageBytes;
  int offset;
  int fragmentBytes;
  int length;
  int at;

  /** The message that it was received into, at its place; null when it was not. */
  @Nullable
  MessageBuffer landedIn;

  ByteBuffer source = ByteBuffer.allocate(0);

  /** Reads a DATA frame of {@code frameBytes}; false when no honest writer says that. */
  boolean read(ByteBuffer datagram, int frameBytes) {
    length = frameBytes - Frames.DATA_BODY_AT;
    if (length < 1) {
      return false;
    }
    source = datagram;
    landedIn = null;
    at = Frames.DATA_BODY_AT;
    writer = datagram.getInt(Frames.DATA_WRITER_AT);
    sequence = datagram.getLong(Frames.DATA_SEQUENCE_AT);
    messageBytes = datagram.getInt(Frames.DATA_MESSAGE_BYTES_AT);
    offset = datagram.getInt(Frames.DATA_OFFSET_AT);
    fragmentBytes = datagram.getShort(Frames.DATA_FRAGMENT_BYTES_AT) & 0xffff;
    return sequence >= 0
        && messageBytes >= Frames.MESSAGE_HEADER_BYTES
        && messageBytes <= Publication.MESSAGE_BYTES_MAX
        && fragmentBytes >= Publication.FRAGMENT_BYTES_MIN
        && offset >= 0
        && offset < messageBytes
        && offset % fragmentBytes == 0
        && length == Math.min(fragmentBytes, messageBytes - offset);
  }

  int end() {
    return offset + length;
  }
}
