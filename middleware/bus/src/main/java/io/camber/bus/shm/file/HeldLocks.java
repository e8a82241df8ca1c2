package io.camber.bus.shm.file;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock files that this process holds. POSIX drops a process's lock when the process closes any descriptor of the file,
 * so nobody in this process may as much as open one of these; hence one set for the whole process.
 */
public final class HeldLocks {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private HeldLocks() {}

  public static boolean add(Path path) {
    return HELD.add(path);
  }

  public static void remove(Path path) {
    HELD.remove(path);
  }

  public static boolean contains(Path path) {
    return HELD.contains(path);
  }
}
