package io.camber.bus.udp.security;

import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The secret that the participants of a bus share: 32 random bytes in a file that only its owner can read. */
public final class BusKey {
  public static final int LENGTH = 32;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

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
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new WireException("key file " + file + " is not a plain file; make one of 32 random "
            + "bytes, mode 0600");
      }
      Set<PosixFilePermission> mode =
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
      if (!OWNER_ONLY.containsAll(mode)) {
        throw new WireException(
            "key file " + file + " has mode " + PosixFilePermissions.toString(mode)
                + ", so others can use it; run: chmod 600 " + file);
      }
      if (Files.size(file) != LENGTH) {
        throw new WireException("key file " + file + " has " + Files.size(file)
            + " bytes; a bus key has exactly " + LENGTH);
      }
      return new BusKey(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new WireException("cannot read key file " + file + ": " + e.getMessage(), e);
    }
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
