package io.camber.bus;

import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Turns values into bytes and back. Stateless and safe for any thread. */
public interface Codec<T> {
  Schema schema();

  /** Appends the encoded value. */
  void encode(T value, PayloadBuffer target);

  /**
   * Encodes straight into memory of another, such as a claim in a segment, where the length can be told beforehand.
   *
   * @param room gives a buffer for exactly so many bytes from its position on, or null when there is none to be had
   * @return false when this codec cannot; then {@code room} was not asked
   */
  default boolean encodeInto(T value, IntFunction<@Nullable ByteBuffer> room) {
    return false;
  }

  /**
   * Reads a value from position to limit. Bulk fields of the result may be views of {@code payload}.
   *
   * @throws MalformedMessageException when the bytes are not a value of this type
   */
  T decode(ByteBuffer payload);
}
