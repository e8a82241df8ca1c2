package io.camber.app.rig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps node processes running: one that ends by itself or is killed is replaced at once, by a spare process that is warm
 * already; one that keeps ending is started after waits that double, and one that ended ten times within a minute not at all.
 */
final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final long LOOK_MS = 20;
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long BACKOFF_FIRST_NS = 250_000_000L;

  /** Warming the next spare process takes a core for some seconds; the one that just took over comes first. */
  private static final long SPARE_DELAY_NS = 3_000_000_000L;

  private static final int ENDS_MAX = 10;

  /** A node process and its past. */
  private static final class Post {
    private final List<String> nodes;
    private final boolean isReplaceable;
    private final Supplier<NodeProcess> starting;
    private NodeProcess process;
    private final List<Long> endsNs = new ArrayList<>();
    private long startAtNs;
    private boolean waiting;
    private boolean givenUp;

    Post(List<String> nodes, boolean isReplaceable, Supplier<NodeProcess> starting) {
      this.nodes = List.copyOf(nodes);
      this.isReplaceable = isReplaceable;
      this.starting = starting;
      this.process = starting.get();
    }
  }

  private final List<Post> posts = new ArrayList<>();
  private final Thread thread = new Thread(this::watch, "camber-supervisor");
  private final Spares spares;
  private final LastParameters parameters;
  private @Nullable NodeProcess spare;
  private long spareAtNs;
  private boolean closed;

  /** Starts processes that host nothing until {@link NodeProcess#assign} is called. */
  interface Spares {
    /** {@code gently}: a run is going on, which needs the processor more. */
    NodeProcess start(boolean gently);
  }

  /** What nodes that died had as values of their parameters, by {@code node.name}. */
  interface LastParameters {
    Map<String, String> of(List<String> nodes);
  }

  Supervisor(Spares spares, LastParameters parameters) {
    this.spares = spares;
    this.parameters = parameters;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts a process and keeps it running.
   *
   * @param isReplaceable whether a spare process of this host may take its place
   */
  synchronized void keep(
      List<String> nodes, boolean isReplaceable, Supplier<NodeProcess> starting) {
    posts.add(new Post(nodes, isReplaceable, starting));
    if (isReplaceable && spare == null) {
      spare = spares.start(false);
    }
  }

  synchronized boolean hasSpare() {
    return spare != null;
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
    if (!closed && spareAtNs != 0 && now >= spareAtNs) {
      spareAtNs = 0;
      spare = spares.start(true);
    }
    return !closed;
  }

  private void restart(Post post, long now) {
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
      post.process = successor(post, now);
    }
  }

  private NodeProcess successor(Post post, long now) {
    NodeProcess candidate = spare;
    if (!post.isReplaceable || candidate == null || !candidate.isAlive()) {
      return post.starting.get();
    }
    try {
      candidate.assign(new Assignment(post.nodes, parameters.of(post.nodes)));
    } catch (IOException e) {
      LOG.warn("the spare process does not listen", e);
      return post.starting.get();
    }
    spare = null;
    spareAtNs = now + SPARE_DELAY_NS;
    return candidate;
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
      if (spare != null) {
        spare.requestEnd();
      }
    }
    posts.forEach(post -> post.process.close());
    if (spare != null) {
      spare.close();
    }
  }
}
