package io.camber.bus.transport;

import java.nio.ByteBuffer;

/** Bytes of a message that stay valid until closed. May be closed by any thread. */
public interface Loan extends AutoCloseable {
  /** Read-only, little-endian, position to limit. */
  ByteBuffer payload();

  @Override
  void close();
}
