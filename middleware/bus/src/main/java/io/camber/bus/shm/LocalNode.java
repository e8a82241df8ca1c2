package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.HeldLocks;
import io.camber.bus.shm.file.Lifeline;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.shm.file.NodeLayout;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.ThisHost;
import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A node of this process: its name is held by a file lock that the kernel drops when the process dies, however it dies. */
final class LocalNode implements AutoCloseable {
  private static final int ATTEMPTS = 100;

  /** About what a look at the owner of a name takes, or its burial. */
  private static final long BURIAL_NS = 2_000_000;

  private static final int HOST_BYTES_MAX = 255;

  final String name;
  final Mapping page;
  private final BusFiles files;
  private final Generation generation;
  private final String stem;
  private final FileChannel lock;
  private final Optional<Lifeline> lifeline;
  private int bells;

  private LocalNode(
      String name,
      BusFiles files,
      Generation generation,
      FileChannel lock,
      Mapping page,
      Optional<Lifeline> lifeline) {
    this.name = name;
    this.files = files;
    this.generation = generation;
    this.stem = FileNames.encode(name);
    this.lock = lock;
    this.page = page;
    this.lifeline = lifeline;
  }

  /** Takes the name, after a dead owner if need be. */
  static LocalNode open(String name, BusFiles files, Generation generation) {
    String stem = FileNames.encode(name);
    Path path = files.path(stem + FileNames.LOCK);
    if (!HeldLocks.add(path)) {
      throw taken(name, path);
    }
    try {
      FileChannel lock = lock(name, path, files, generation);
      return open(name, files, generation, lock);
    } catch (IOException | RuntimeException e) {
      HeldLocks.remove(path);
      throw e instanceof WireException known
          ? known
          : new WireException("cannot register node " + name + " at " + path + ": " + e, e);
    }
  }

  /** With its name taken, which is free again when the rest fails. */
  private static LocalNode open(
      String name, BusFiles files, Generation generation, FileChannel lock) throws IOException {
    String stem = FileNames.encode(name);
    try {
      Mapping page = page(stem, files);
      Optional<Lifeline> lifeline = Lifeline.open(files.path(stem + FileNames.LIFE));
      generation.next();
      return new LocalNode(name, files, generation, lock, page, lifeline);
    } catch (IOException | RuntimeException e) {
      Ending ending = new Ending();
      ending.run(() -> files.delete(stem + FileNames.NODE));
      ending.run(() -> files.delete(stem + FileNames.LOCK));
      ending.run(() -> unlock(name, lock));
      throw e;
    }
  }

  private static WireException taken(String name, Path path) {
    return new WireException(
        "node name " + name + " is taken by a living process (" + path + "); choose another");
  }

  private static FileChannel lock(String name, Path path, BusFiles files, Generation generation)
      throws IOException {
    Path draft = files.draftPath();
    FileChannel channel = files.create(draft);
    try {
      if (channel.tryLock() == null) {
        throw new IOException("cannot lock a new file; is this file system without locks?");
      }
      for (int i = 0; i < ATTEMPTS; i++) {
        if (files.show(draft, String.valueOf(path.getFileName()))) {
          return channel;
        }
        if (!DeadNode.reclaim(name, files, generation) && Files.exists(path)) {
          if (DeadNode.isRunning(FileNames.encode(name), files)) {
            throw taken(name, path);
          }
          LockSupport.parkNanos(BURIAL_NS); // somebody else probes or buries it
        }
      }
      throw taken(name, path);
    } catch (IOException | RuntimeException e) {
      channel.close();
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private static Mapping page(String stem, BusFiles files) {
    Mapping page = files.draft(EndLayout.PAGE);
    ByteBuffer bytes = page.bytes;
    bytes.putInt(NodeLayout.VERSION_AT, EndLayout.VERSION);
    bytes.putInt(NodeLayout.STATE_AT, NodeLayout.ALIVE);
    bytes.putLong(NodeLayout.PID_AT, Processes.ownPid());
    bytes.putLong(NodeLayout.START_AT, Processes.start(Processes.ownPid()));
    byte[] host = ThisHost.name().getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(host, Math.min(host.length, HOST_BYTES_MAX));
    bytes.putShort(NodeLayout.HOST_AT, (short) cut.length);
    bytes.put(NodeLayout.HOST_AT + Short.BYTES, cut);
    bytes.putLong(NodeLayout.MAGIC_AT, NodeLayout.MAGIC);
    files.delete(stem + FileNames.NODE); // of a predecessor that died between its two files
    files.show(page.path, stem + FileNames.NODE);
    return page;
  }

  /** Looks after those who hold its lifeline. */
  void tend() {
    lifeline.ifPresent(Lifeline::tend);
  }

  /** The next free bell of this node. */
  int takeBell() {
    if (bells == NodeLayout.BELLS) {
      throw new WireException("node " + name + " has " + bells + " bells, which is the most");
    }
    return bells++;
  }

  /** Whatever cannot be taken away, the name is free for the next. */
  @Override
  public void close() {
    Ending ending = new Ending();
    ending.run(this::leavePage);
    ending.run(() -> lifeline.ifPresent(Lifeline::close));
    ending.run(() -> files.delete(stem + FileNames.NODE));
    ending.run(() -> files.delete(stem + FileNames.LOCK));
    ending.run(generation::next);
    ending.run(() -> unlock(name, lock));
    ending.run(() -> HeldLocks.remove(files.path(stem + FileNames.LOCK)));
    ending.finish();
  }

  private void leavePage() {
    try {
      page.bytes.putInt(NodeLayout.STATE_AT, NodeLayout.LEFT);
    } finally {
      page.close(); // where at the latest the fault of a page that was cut comes up
    }
  }

  private static void unlock(String name, FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("cannot unlock node " + name, e);
    }
  }
}
