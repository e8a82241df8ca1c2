package io.camber.bus.udp.security;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Against faults, not against people: CRC-32C over header and body, little-endian behind the body. */
public final class ChecksumProtection implements Protection {
  public static final byte CODE = 1;

  @Override
  public byte code() {
    return CODE;
  }

  @Override
  public int overheadBytes() {
    return Integer.BYTES;
  }

  @Override
  public Sealer sealer(long sender, long epoch) {
    CRC32C crc = new CRC32C();
    return (datagram, headerLength, length, counter) -> {
      datagram.putInt(length, checksum(crc, datagram, length));
      return length + Integer.BYTES;
    };
  }

  @Override
  public Opener opener(long sender, long epoch) {
    CRC32C crc = new CRC32C();
    return (datagram, headerLength, length, counter) -> {
      int plain = length - Integer.BYTES;
      boolean honest =
          plain >= headerLength && datagram.getInt(plain) == checksum(crc, datagram, plain);
      return honest ? plain : -1;
    };
  }

  private static int checksum(CRC32C crc, ByteBuffer datagram, int length) {
    crc.reset();
    datagram.limit(length).position(0);
    crc.update(datagram);
    datagram.clear();
    return (int) crc.getValue();
  }
}
