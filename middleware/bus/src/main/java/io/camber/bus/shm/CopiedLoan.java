package io.camber.bus.shm;

import io.camber.bus.transport.Loan;
import java.nio.ByteBuffer;

/** Bytes of a small best-effort message, copied. */
record CopiedLoan(ByteBuffer payload) implements Loan {
  @Override
  public void close() {
    // the collector has it
  }
}
