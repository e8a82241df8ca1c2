package io.camber.bus.udp.security;

import java.nio.ByteBuffer;

/** How the datagrams of a bus are kept from being altered, forged or read. Safe for any thread; what it makes is not. */
public interface Protection {
  /** Number of this protection in a datagram's header. */
  byte code();

  /** Bytes that sealing adds behind the body. */
  int overheadBytes();

  /** Seals the datagrams of one participant. */
  Sealer sealer(long sender, long epoch);

  /** Opens the datagrams of one participant. */
  Opener opener(long sender, long epoch);

  /** Seals in place. Owned by one thread at a time. */
  interface Sealer {
    /**
     * Seals the first {@code length} bytes; the header stays readable and is authenticated.
     *
     * @param counter never used before by this sender
     * @return length of the sealed datagram
     */
    int seal(ByteBuffer datagram, int headerLength, int length, long counter);
  }

  /** Opens in place. Owned by one thread at a time. */
  interface Opener {
    /**
     * Checks and opens the first {@code length} bytes.
     *
     * @return length without the seal, or -1 when the datagram is not authentic
     */
    int open(ByteBuffer datagram, int headerLength, int length, long counter);
  }
}
