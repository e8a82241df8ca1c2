package io.camber.bus.shm;

import io.camber.bus.transport.Loan;
import java.nio.ByteBuffer;

/** Bytes that lie in the segment and that the writer stays away from until this is closed. */
final class SegmentLoan implements Loan {
  private final ReaderPlace place;
  private final long position;
  private final ByteBuffer payload;

  SegmentLoan(ReaderPlace place, long position, ByteBuffer payload) {
    this.place = place;
    this.position = position;
    this.payload = payload;
  }

  long position() {
    return position;
  }

  @Override
  public ByteBuffer payload() {
    return payload;
  }

  @Override
  public void close() {
    place.giveBack(this);
  }
}
