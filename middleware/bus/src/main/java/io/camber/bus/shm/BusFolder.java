package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.HeldLocks;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The directory of one bus as it is found, without joining: for whoever looks after a machine.
 *
 * @param bytes of all files together
 * @param quietMs since a file was last added or removed
 * @param living nodes whose process runs
 * @param dead nodes that nobody has cleaned up
 * @param stale names of files that belong to no node: left by a death between two steps
 * @param harmed names of files that others may open, or that are of another user
 */
public record BusFolder(
    Path path,
    long bytes,
    long quietMs,
    List<String> living,
    List<String> dead,
    List<String> stale,
    List<String> harmed) {
  private static final String DRAFT = ".draft-";
  private static final String OVER = "-over";
  private static final long QUIET_MIN_MS = 60_000;

  /** Every bus of this user under the root; none when there is no such directory. */
  public static List<BusFolder> find(Path root) throws IOException {
    List<BusFolder> found = new ArrayList<>();
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(root)) {
        for (Path child : children) {
          if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            found.add(look(root, child));
          }
        }
      }
    }
    found.sort((a, b) -> a.path.compareTo(b.path));
    return found;
  }

  /** The bus of that name; empty when there is none. */
  public static Optional<BusFolder> find(Path root, String name) throws IOException {
    Path child = root.resolve(FileNames.encode(name));
    return Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(look(root, child))
        : Optional.empty();
  }

  /** As {@link SharedMemoryConfig#of} would choose it. */
  public static Path defaultRoot() {
    return SharedMemoryConfig.of("any").root();
  }

  private static BusFolder look(Path root, Path child) throws IOException {
    BusFiles files = BusFiles.open(root, name(child));
    List<String> living = new ArrayList<>();
    List<String> dead = new ArrayList<>();
    List<String> stale = new ArrayList<>();
    List<String> harmed = new ArrayList<>();
    List<String> names = files.list();
    TreeSet<String> stems = new TreeSet<>();
    long bytes = 0;
    for (String file : names) {
      bytes += size(files.path(file));
      if (file.endsWith(FileNames.LOCK)) {
        stems.add(stem(file, FileNames.LOCK));
      }
    }
    for (String stem : stems) {
      (isLiving(stem, files) ? living : dead).add(FileNames.decode(stem));
    }
    for (String file : names) {
      boolean isWaiting = file.endsWith(FileNames.TOMB) && !living.isEmpty(); // for its readers
      if (!isWaiting && isStale(file, stems) && !isLoaned(file, files)) {
        stale.add(file);
      }
      if (!files.isIntact(file) && Files.exists(files.path(file), LinkOption.NOFOLLOW_LINKS)) {
        harmed.add(file);
      }
    }
    long quietMs = System.currentTimeMillis() - Files.getLastModifiedTime(child).toMillis();
    return new BusFolder(files.directory, bytes, quietMs, living, dead, stale, harmed);
  }

  /** What the bus is called. */
  public String name() {
    return name(path);
  }

  private static String name(Path child) {
    return FileNames.decode(String.valueOf(child.getFileName()));
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0; // gone meanwhile
    }
  }

  private static String stem(String file, String suffix) {
    return file.substring(0, file.length() - suffix.length());
  }

  private static boolean isLiving(String stem, BusFiles files) throws IOException {
    if (HeldLocks.contains(files.path(stem + FileNames.LOCK))) {
      return true;
    }
    try (FileChannel channel =
            files.open(stem + FileNames.LOCK, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null || DeadNode.isRunning(stem, files);
    } catch (NoSuchFileException e) {
      return true; // somebody cleans up right now
    } catch (IOException | WireException e) {
      return true; // cut, or opened up to others, which is reported as harmed: not ours to judge
    }
  }

  private static boolean isStale(String file, TreeSet<String> stems) {
    if (file.startsWith(DRAFT)) {
      return !isDraftOfLiving(file);
    }
    int tilde = file.indexOf('~');
    if (tilde > 0) {
      return !stems.contains(file.substring(0, tilde));
    }
    return file.endsWith(FileNames.NODE) && !stems.contains(stem(file, FileNames.NODE));
  }

  private static boolean isLoaned(String file, BusFiles files) {
    try {
      return PositionFile.isLoaned(file, files, 0, 0);
    } catch (NoSuchFileException e) {
      return true; // given back meanwhile
    } catch (IOException | WireException e) {
      return false; // not what a reader leaves
    }
  }

  private static boolean isDraftOfLiving(String file) {
    String[] parts = file.substring(DRAFT.length()).split("-", -1);
    try {
      return Processes.isRunning(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return false;
    }
  }

  /** Whether nobody lives here and nobody is just arriving. */
  public boolean isRemovable() {
    return living.isEmpty() && quietMs > QUIET_MIN_MS;
  }

  /**
   * Takes the directory away at once if no node, living or dead, has anything in it: for whoever made the bus for a run
   * of its own, which is over. It is renamed before it is looked at, so that whoever comes meanwhile begins a bus of the
   * same name or is refused, and never counts in a file that is gone.
   */
  public void removeIfEmpty() throws IOException {
    if (!living.isEmpty()) {
      return;
    }
    Path root = rootOf(path);
    String over = name() + OVER;
    Path aside = root.resolve(FileNames.encode(over));
    try {
      Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return; // somebody else was faster
    }
    BusFiles files = BusFiles.open(root, over);
    if (look(root, aside).living.isEmpty() && files.list().equals(List.of(FileNames.GENERATION))) {
      files.delete(FileNames.GENERATION);
      Files.delete(aside);
    } else {
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static Path rootOf(Path path) {
    Path root = path.getParent();
    if (root == null) {
      throw new IllegalStateException(path + " has no parent");
    }
    return root;
  }

  /**
   * Buries the dead, deletes what belongs to nobody and, when nobody lives here and has not for a minute, the directory.
   *
   * @return bytes given back
   */
  public long clean() throws IOException {
    Path root = rootOf(path);
    BusFiles files = BusFiles.open(root, name(path));
    try (Generation generation = Generation.open(files)) {
      for (String node : dead) {
        DeadNode.reclaim(node, files, generation);
      }
      for (String file : stale) {
        files.delete(file);
      }
      generation.next();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    BusFolder left = look(root, path);
    if (isRemovable() && left.living.isEmpty()) {
      for (String file : files.list()) {
        files.delete(file);
      }
      Files.deleteIfExists(path);
      return bytes;
    }
    return Math.max(0, bytes - left.bytes);
  }
}
