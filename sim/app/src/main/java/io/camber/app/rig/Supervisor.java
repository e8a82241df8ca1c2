package io.camber.app.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps node processes running: one that ends by itself or is killed is started again at once, one that keeps ending after
 * waits that double, and one that ended ten times within a minute not at all.
 */
final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final long LOOK_MS = 20;
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long BACKOFF_FIRST_NS = 250_000_000L;
  private static final int ENDS_MAX = 10;

  /** A node process and its past. */
  private static final class Post {
    private final Supplier<NodeProcess> starting;
    private NodeProcess process;
    private final List<Long> endsNs = new ArrayList<>();
    private long startAtNs;
    private boolean waiting;
    private boolean givenUp;

    Post(Supplier<NodeProcess> starting) {
      this.starting = starting;
      this.process = starting.get();
    }
  }

  private final List<Post> posts = new ArrayList<>();
  private final Thread thread = new Thread(this::watch, "camber-supervisor");
  private boolean closed;

  Supervisor() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts a process and keeps it running. */
  synchronized void keep(Supplier<NodeProcess> starting) {
    posts.add(new Post(starting));
  }

  private void watch() {
    try {
      while (look()) {
        Thread.sleep(LOOK_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean look() {
    long now = System.nanoTime();
    for (Post post : posts) {
      if (!closed && !post.givenUp && !post.process.isAlive()) {
        restart(post, now);
      }
    }
    return !closed;
  }

  private static void restart(Post post, long now) {
    if (!post.waiting) {
      post.endsNs.removeIf(end -> now - end > MINUTE_NS);
      post.endsNs.add(now);
      post.givenUp = post.endsNs.size() >= ENDS_MAX;
      post.waiting = !post.givenUp;
      post.startAtNs = now + backoffNs(post.endsNs.size());
      LOG.warn(
          "node {} ended with {}{}",
          post.process.name(),
          post.process.exitValue(),
          post.givenUp ? " too often; it stays down" : "; it is started again");
    }
    if (post.waiting && now >= post.startAtNs) {
      post.waiting = false;
      post.process = post.starting.get();
    }
  }

  /** The first end in a minute costs no wait. */
  static long backoffNs(int ends) {
    return ends <= 1 ? 0 : BACKOFF_FIRST_NS << Math.min(ends - 2, 6);
  }

  /** Ends every process in order. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      posts.forEach(post -> post.process.requestEnd());
    }
    posts.forEach(post -> post.process.close());
  }
}
