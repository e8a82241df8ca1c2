package io.camber.bus.shm;

import io.camber.bus.shm.file.FileNames;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a bus lives and how it behaves.
 *
 * @param root directory of this user, 0700; created when missing
 * @param bus name of the bus; processes with the same root and name meet
 * @param ringBytes first size of a writer's ring, a power of two; it grows by itself with the messages, see {@code
 *     RingSize}
 */
public record SharedMemoryConfig(Path root, String bus, SlowReaders slowReaders, int ringBytes) {
  /** Enough for hundreds of small messages, little enough for hundreds of topics. */
  public static final int RING_BYTES_DEFAULT = 64 << 10;

  public SharedMemoryConfig {
    if (ringBytes < RingSize.BYTES_MIN
        || ringBytes > RingSize.BYTES_MAX
        || Integer.bitCount(ringBytes) != 1) {
      throw new IllegalArgumentException("ringBytes=" + ringBytes + " is not a power of two in ["
          + RingSize.BYTES_MIN + ", " + RingSize.BYTES_MAX + "]");
    }
  }

  /** The bus of that name of this user: under {@code /dev/shm}, or the temporary directory where there is none. */
  public static SharedMemoryConfig of(String bus) {
    Path memory = Path.of("/dev/shm");
    Path base = Files.isDirectory(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    Path root = base.resolve("camber-" + FileNames.encode(System.getProperty("user.name")));
    return new SharedMemoryConfig(root, bus, SlowReaders.DEFAULT, RING_BYTES_DEFAULT);
  }

  public SharedMemoryConfig withRoot(Path root) {
    return new SharedMemoryConfig(root, bus, slowReaders, ringBytes);
  }

  public SharedMemoryConfig withSlowReaders(SlowReaders slowReaders) {
    return new SharedMemoryConfig(root, bus, slowReaders, ringBytes);
  }

  public SharedMemoryConfig withRingBytes(int ringBytes) {
    return new SharedMemoryConfig(root, bus, slowReaders, ringBytes);
  }
}
