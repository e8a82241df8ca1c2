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

/** Files that only their owner may read or write. */
final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFile() {}

  /** Reads a whole file. */
  static byte[] read(String what, Path file, int bytesMax) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new WireException(what + " " + file + " is not a plain file; make one of mode 0600");
      }
      Set<PosixFilePermission> mode =
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
      if (!OWNER_ONLY.containsAll(mode)) {
        throw new WireException(
            what + " " + file + " has mode " + PosixFilePermissions.toString(mode)
                + ", so others can use it; run: chmod 600 " + file);
      }
      if (Files.size(file) > bytesMax) {
        throw new WireException(what + " " + file + " has " + Files.size(file) + " bytes; at most "
            + bytesMax + " are expected");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WireException("cannot read " + what + " " + file + ": " + e.getMessage(), e);
    }
  }
}
