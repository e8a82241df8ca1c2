package io.camber.bus.udp.security;

/** Loopback only: the kernel hands over the bytes it was given, and only this host can send any. */
public final class NoProtection implements Protection {
  public static final byte CODE = 0;

  @Override
  public byte code() {
    return CODE;
  }

  @Override
  public int overheadBytes() {
    return 0;
  }

  @Override
  public Sealer sealer(long sender, long epoch) {
    return (datagram, headerLength, length, counter) -> length;
  }

  @Override
  public Opener opener(long sender, long epoch) {
    return (datagram, headerLength, length, counter) -> length;
  }
}
