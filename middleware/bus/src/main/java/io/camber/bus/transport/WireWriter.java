package io.camber.bus.transport;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One node's end of one topic, for sending. Owned by one thread; allocates nothing per message. */
public interface WireWriter extends AutoCloseable {
  /** Largest payload that a wire carries, bytes. */
  int PAYLOAD_BYTES_MAX = 16 << 20;

  /**
   * Sends a copy of the payload, position to limit; the position does not move.
   *
   * @return false when a reliable reader is too slow and the topic's policy is to refuse: nothing was sent
   * @throws IllegalArgumentException when the payload is larger than {@link #PAYLOAD_BYTES_MAX}
   * @throws WireClosedException when this or its wire was closed
   */
  boolean send(WireHeader header, ByteBuffer payload);

  /**
   * Room for up to {@code lengthMax} bytes of payload, to be filled in place and then committed or aborted before anything
   * else is sent.
   *
   * @return little-endian buffer from position to limit, valid until commit or abort; null when refused, see {@link #send}
   * @throws WireClosedException when this or its wire was closed
   */
  @Nullable
  ByteBuffer claim(WireHeader header, int lengthMax);

  /**
   * Sends what was claimed, cut to its first {@code length} bytes.
   *
   * @throws WireClosedException when this or its wire was closed since the claim
   */
  void commit(int length);

  /** Takes the claim back; readers never see it. */
  void abort();

  /**
   * For a moment in which its thread has nothing else to do, again and again: does some of what the next message will need if it
   * is filled as the last one was. Takes a fraction of a microsecond; changes nothing that anybody sees.
   */
  default void prepare() {}

  /** Messages and bytes sent, and how often a slow reader held the writer up. Safe from any thread. */
  WireCounters counters();

  @Override
  void close();
}
