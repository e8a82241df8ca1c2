package io.camber.bus.shm.file;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A socket file that a node holds open while it lives and on which nothing is ever said: the kernel closes it when the process is
 * gone, however it died, and whoever is connected to it wakes at once. It only hastens what {@link Watcher} finds by probing locks;
 * where there is none (the path is too long for a socket, or the file system has no sockets), probing does all.
 */
public final class Lifeline implements AutoCloseable {
  /** What fits into an address on every system, with the final zero. */
  private static final int PATH_BYTES_MAX = 103;

  private static final int CONNECTIONS_MAX = 128;
  private static final int SAID_BYTES = 16;

  private final Path path;
  private final ServerSocketChannel socket;
  private final List<SocketChannel> held = new ArrayList<>();

  private Lifeline(Path path, ServerSocketChannel socket) {
    this.path = path;
    this.socket = socket;
  }

  public static Optional<Lifeline> open(Path path) throws IOException {
    if (!fits(path)) {
      return Optional.empty();
    }
    Files.deleteIfExists(path); // of a predecessor that died
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      socket.configureBlocking(false);
      socket.bind(UnixDomainSocketAddress.of(path), CONNECTIONS_MAX);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      return Optional.of(new Lifeline(path, socket));
    } catch (IOException e) {
      socket.close();
      Files.deleteIfExists(path);
      return Optional.empty(); // a file system without sockets: a node lives without
    }
  }

  static boolean fits(Path path) {
    return path.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
        <= PATH_BYTES_MAX;
  }

  /**
   * Takes in who has come to hold it and lets go who has left. Until then a holder stands in the kernel's queue, where it is held
   * as well, but those who have left keep their places. Any thread.
   */
  public synchronized void tend() {
    try {
      SocketChannel line =
          held.size() < CONNECTIONS_MAX && socket.isOpen() ? socket.accept() : null;
      while (line != null) {
        line.configureBlocking(false);
        held.add(line);
        line = held.size() < CONNECTIONS_MAX ? socket.accept() : null;
      }
      letGoWhoLeft();
    } catch (IOException e) {
      // no descriptor is free: tried again at the next look
    }
  }

  private void letGoWhoLeft() throws IOException {
    ByteBuffer said = ByteBuffer.allocate(SAID_BYTES);
    for (int i = held.size() - 1; i >= 0; i--) {
      if (hasLeft(held.get(i), said.clear())) {
        held.remove(i).close();
      }
    }
  }

  private static boolean hasLeft(SocketChannel line, ByteBuffer said) {
    try {
      return line.read(said) < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public synchronized void close() {
    try {
      for (SocketChannel line : held) {
        line.close();
      }
      held.clear();
      socket.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new IllegalStateException("cannot close " + path, e);
    }
  }
}
