package io.camber.app.rig;

import io.camber.bus.shm.BusFolder;
import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.transport.WireException;
import io.camber.bus.udp.security.BusKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The key by which buses over loopback are sealed when none is named: any user of a host reaches its ports, but only this user
 * its key. Made when it is first asked for, in a directory of mode 0700 beside that of buses in shared memory, and gone with the
 * next start of the system.
 */
final class UserKey {
  private static final String FOLDER = ".keys";
  private static final String BUS = "udp";
  private static final String FILE = "bus.key";

  private UserKey() {}

  /**
   * Where it is.
   *
   * @throws WireException when it cannot be made, or its directory is not this user's alone
   */
  static Path file() {
    Path buses = BusFolder.defaultRoot();
    return file(buses.resolveSibling(buses.getFileName() + FOLDER));
  }

  static Path file(Path root) {
    BusFiles files = BusFiles.open(root, BUS);
    Path key = files.path(FILE);
    if (!Files.exists(key, LinkOption.NOFOLLOW_LINKS)) {
      make(files);
    }
    return key;
  }

  /** Of several processes at once the first makes it; it has all its bytes when it gets its name. */
  private static void make(BusFiles files) {
    byte[] secret = new byte[BusKey.LENGTH];
    new SecureRandom().nextBytes(secret);
    Path draft = files.draftPath();
    try {
      try (FileChannel channel = files.create(draft)) {
        ByteBuffer bytes = ByteBuffer.wrap(secret);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      files.show(draft, FILE);
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new WireException(
          "no key for buses over loopback can be made at " + files.path(FILE) + ": " + e, e);
    }
  }
}
