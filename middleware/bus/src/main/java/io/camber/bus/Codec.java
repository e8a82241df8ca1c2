package io.camber.bus;

import java.nio.ByteBuffer;

/** Turns values into bytes and back. Stateless and safe for any thread. */
public interface Codec<T> {
  Schema schema();

  /** Appends the encoded value. */
  void encode(T value, PayloadBuffer target);

  /**
   * Reads a value from position to limit. Bulk fields of the result may be views of {@code payload}.
   *
   * @throws MalformedMessageException when the bytes are not a value of this type
   */
  T decode(ByteBuffer payload);
}
