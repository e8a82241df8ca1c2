package io.camber.bus.shm.file;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's word that a file of the bus came or went, for as long as it is asked for. It only hastens what {@link Watcher}
 * finds by looking: where the kernel does not tell (no inotify, or a user's instances are used up), looking does all. Of one
 * thread, but for {@code onChange}, which is called on another.
 */
public final class FolderWatch implements AutoCloseable {
  private static final Path INOTIFY = Path.of("/proc/sys/fs/inotify");

  private final Path folder;
  private final Runnable onChange;
  private @Nullable WatchService service;
  private @Nullable WatchKey key;
  private boolean isPossible = Files.exists(INOTIFY);

  public FolderWatch(Path folder, Runnable onChange) {
    this.folder = folder;
    this.onChange = onChange;
  }

  /** Asks to be told from now on; false where that cannot be. */
  public boolean begin() {
    try {
      if (isPossible && key == null) {
        key = folder.register(
            service(), StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
      }
    } catch (IOException e) {
      close();
    }
    return isPossible;
  }

  public boolean isOn() {
    WatchKey now = key;
    return now != null && now.isValid();
  }

  /** Wants to hear no more. */
  public void end() {
    WatchKey now = key;
    if (now != null) {
      now.cancel();
      key = null;
    }
  }

  private WatchService service() throws IOException {
    WatchService known = service;
    if (known != null) {
      return known;
    }
    WatchService made = folder.getFileSystem().newWatchService();
    service = made;
    Thread thread = new Thread(() -> tell(made), "camber-folder-" + folder.getFileName());
    thread.setDaemon(true);
    thread.start();
    return made;
  }

  private void tell(WatchService from) {
    try {
      while (true) {
        WatchKey told = from.take();
        told.pollEvents();
        told.reset();
        onChange.run();
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      return; // nobody asks any more
    }
  }

  /** For good, and for a folder that cannot be watched too: the kernel has few of these for a user. */
  @Override
  public void close() {
    key = null;
    isPossible = false;
    WatchService known = service;
    service = null;
    if (known != null) {
      try {
        known.close();
      } catch (IOException e) {
        throw new IllegalStateException("cannot stop watching " + folder, e);
      }
    }
  }
}
