package io.camber.bus.shm.file;

import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connections to the lifelines of those who are watched, and a sleep that ends when one of them breaks. Of one thread. */
public final class Lifelines implements AutoCloseable {
  private static final long NS_PER_MS = 1_000_000;

  private final Selector selector;
  private final Map<Path, SocketChannel> lines = new HashMap<>();

  public Lifelines() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new WireException("cannot wait for others: " + e, e);
    }
  }

  /** From now on these, and nobody else. */
  public void watch(List<Path> wanted) {
    if (lines.keySet().equals(Set.copyOf(wanted))) {
      return;
    }
    for (Path gone : new HashSet<>(lines.keySet())) {
      if (!wanted.contains(gone)) {
        cut(gone);
      }
    }
    for (Path path : wanted) {
      if (!lines.containsKey(path)) {
        connect(path);
      }
    }
  }

  /** True when its death would end the sleep. */
  public boolean isHeld(Path path) {
    return lines.containsKey(path);
  }

  private void connect(Path path) {
    if (!Lifeline.fits(path)) {
      return;
    }
    try {
      SocketChannel line = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        line.configureBlocking(false);
        if (line.connect(UnixDomainSocketAddress.of(path))) {
          line.register(selector, SelectionKey.OP_READ, path);
          lines.put(path, line);
          return;
        }
      } catch (IOException | RuntimeException e) {
        line.close();
        throw e;
      }
      line.close();
    } catch (IOException e) {
      // gone, or too many hold it: the lock is probed instead, and this tried again at the next
      // look
    }
  }

  /** Sleeps at most so long; true when somebody's line broke meanwhile. */
  public boolean await(long ns) {
    try {
      if (selector.select(Math.max(1, ns / NS_PER_MS)) == 0) {
        return false;
      }
    } catch (IOException e) {
      throw new WireException("cannot wait for others: " + e, e);
    }
    boolean broke = false;
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.attachment() instanceof Path path) {
        cut(path); // nothing is ever said on it, so it can only have ended
        broke = true;
      }
    }
    selector.selectedKeys().clear();
    return broke;
  }

  private void cut(Path path) {
    SocketChannel line = lines.remove(path);
    if (line != null) {
      try {
        line.close();
      } catch (IOException e) {
        throw new WireException("cannot let go of " + path + ": " + e, e);
      }
    }
  }

  /** Ends a sleep from another thread. */
  public void wake() {
    selector.wakeup();
  }

  @Override
  public void close() {
    for (Path path : new HashSet<>(lines.keySet())) {
      cut(path);
    }
    try {
      selector.close();
    } catch (IOException e) {
      throw new WireException("cannot stop waiting for others: " + e, e);
    }
  }
}
