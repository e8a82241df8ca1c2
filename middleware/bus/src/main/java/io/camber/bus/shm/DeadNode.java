package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.shm.file.NodeLayout;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What a survivor does about a node whose lock is free: the one that gets the lock cleans up. A free lock alone is not
 * enough, because POSIX drops a living process's lock when any of its code closes the lock file: the process must be gone
 * too, by id and start.
 */
final class DeadNode {
  private DeadNode() {}

  /** True when the node was dead and this call gave back everything it held. */
  static boolean reclaim(String name, BusFiles files, Generation generation) {
    String stem = FileNames.encode(name);
    Path path = files.path(stem + FileNames.LOCK);
    try {
      Object before = fileKey(path);
      try (FileChannel channel =
          files.open(stem + FileNames.LOCK, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return reclaim(stem, files, generation, channel, before);
      }
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot probe " + path, e);
    }
  }

  /** The same through a channel that stays open between probes; {@code key} is the identity of the file it was opened on. */
  static boolean reclaim(
      String stem, BusFiles files, Generation generation, FileChannel channel, @Nullable Object key)
      throws IOException {
    try (FileLock lock = tryLock(channel)) {
      if (lock == null || isRunning(stem, files)) {
        return false;
      }
      Object now = fileKey(files.path(stem + FileNames.LOCK));
      if (now == null || !now.equals(key)) {
        return false; // another survivor was first
      }
      bury(stem, files);
      generation.next();
      return true;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another part of this process
    }
  }

  static @Nullable Object fileKey(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** False also where somebody cut the page, so that nobody can say. */
  static boolean isRunning(String stem, BusFiles files) throws IOException {
    if (isCut(stem, files)) {
      return false;
    }
    try (Mapping page = files.map(stem + FileNames.NODE, FileChannel.MapMode.READ_ONLY)) {
      return page.length() == EndLayout.PAGE
          && Processes.isRunning(
              page.bytes.getLong(NodeLayout.PID_AT), page.bytes.getLong(NodeLayout.START_AT));
    } catch (NoSuchFileException | WireException e) {
      return false; // died before it had one, or somebody cut it: then the lock alone tells
    }
  }

  private static boolean isCut(String stem, BusFiles files) throws IOException {
    try {
      return Files.size(files.path(stem + FileNames.NODE)) != EndLayout.PAGE;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static void bury(String stem, BusFiles files) throws IOException {
    Dead dead = markDied(stem, files);
    String drafts = BusFiles.draftPrefix(dead.pid, dead.start);
    for (String file : files.list()) {
      if (file.startsWith(stem + "~") && !file.endsWith(FileNames.TOMB)) {
        if (file.endsWith(FileNames.OUT) && entomb(file, files)) {
          files.rename(file, FileNames.tomb(file));
        } else if (!isAnothers(file, files, dead)) {
          files.delete(file);
        }
      } else if (file.startsWith(drafts)) {
        files.delete(file);
      }
    }
    files.delete(stem + FileNames.NODE);
    files.delete(stem + FileNames.LOCK);
  }

  /** Whether a process that had the name before, left in order and lives has messages on loan by the file. */
  private static boolean isAnothers(String file, BusFiles files, Dead dead) {
    try {
      return PositionFile.isLoaned(file, files, dead.pid, dead.start);
    } catch (IOException | WireException e) {
      return false; // gone meanwhile, or not what a reader leaves
    }
  }

  /** Tells whoever has the node's page mapped. */
  private static Dead markDied(String stem, BusFiles files) throws IOException {
    if (isCut(stem, files)) {
      return new Dead(0, 0);
    }
    try (Mapping page = files.map(stem + FileNames.NODE, FileChannel.MapMode.READ_WRITE)) {
      if (page.length() != EndLayout.PAGE) {
        return new Dead(0, 0);
      }
      page.bytes.putInt(NodeLayout.STATE_AT, NodeLayout.DIED);
      return new Dead(
          page.bytes.getLong(NodeLayout.PID_AT), page.bytes.getLong(NodeLayout.START_AT));
    } catch (NoSuchFileException | WireException e) {
      return new Dead(0, 0); // died before it had one, or somebody cut it
    }
  }

  private record Dead(long pid, long start) {}

  /**
   * Turns what a dead writer left half done into the end of its segment, so that readers come to an end. True when there are
   * messages in it that somebody may still want.
   */
  private static boolean entomb(String file, BusFiles files) throws IOException {
    Mapping mapping;
    try {
      mapping = files.mapLarge(file, FileChannel.MapMode.READ_WRITE);
    } catch (NoSuchFileException | WireException e) {
      return false; // never shown, gone, or cut to nothing
    }
    try {
      ByteBuffer page = mapping.bytes;
      if (EndInfo.read(file, page).isEmpty()) {
        return false;
      }
      if (page.getInt(EndLayout.STATE_AT) != EndLayout.STATE_OPEN) {
        return true; // ended by its writer itself
      }
      long end = Segment.tail(page, mapping.length());
      page.putInt(EndLayout.STATE_AT, EndLayout.STATE_DEAD);
      if (end >= 0) {
        Segment.putEndOfDead(page, end);
      }
      return end > 0;
    } finally {
      mapping.unmap();
    }
  }
}
