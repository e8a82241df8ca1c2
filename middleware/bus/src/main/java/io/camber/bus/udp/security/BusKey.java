package io.camber.bus.udp.security;

import io.camber.bus.transport.WireException;
import java.nio.file.Path;

/** The secret that the participants of a bus share: 32 random bytes in a file that only its owner can read. */
public final class BusKey {
  public static final int LENGTH = 32;

  private final byte[] bytes;

  public BusKey(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a bus key has " + LENGTH + " bytes, not " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /**
   * Reads a key file.
   *
   * @throws WireException when it is no plain file of 32 bytes, or somebody else may read or write it
   */
  public static BusKey read(Path file) {
    byte[] read = PrivateFile.read("key file", file, 1 << 20);
    if (read.length != LENGTH) {
      throw new WireException("key file " + file + " has " + read.length
          + " bytes; a bus key has exactly " + LENGTH + ", and random ones");
    }
    return new BusKey(read);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "BusKey[secret]";
  }
}
