package io.camber.app.rig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps node processes running: one that ends by itself, is killed, or hosts a node that does no work for {@link
 * Heartbeats#HUNG_NS} is replaced at once, by a spare process that is warm already; one that keeps ending is started after
 * waits that double, and one that ended ten times, each time within a minute of its start, not at all.
 */
final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final long LOOK_MS = 20;
  private static final long JUDGE_NS = 200_000_000L;

  /** Warming the next spare process takes a core for some seconds; the one that just took over comes first. */
  private static final long SPARE_DELAY_NS = 3_000_000_000L;

  /** A node process and its past. */
  private static final class Post {
    private final List<String> nodes;
    private final boolean isReplaceable;
    private final Supplier<NodeProcess> starting;
    private final Restarts restarts = new Restarts(System.nanoTime());
    private NodeProcess process;
    private long startAtNs;
    private long startedNs = System.nanoTime();
    private boolean waiting;

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
  private final Heartbeats heartbeats;
  private final Restarts spareRestarts = new Restarts(System.nanoTime());
  private @Nullable NodeProcess spare;
  private long spareAtNs;
  private long judgeAtNs;
  private boolean isJudging;
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

  Supervisor(Spares spares, LastParameters parameters, Heartbeats heartbeats) {
    this.spares = spares;
    this.parameters = parameters;
    this.heartbeats = heartbeats;
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
    if (isReplaceable && spare == null && spareAtNs == 0) {
      startSpare(false, System.nanoTime());
    }
  }

  private void startSpare(boolean gently, long now) {
    spareRestarts.started(now);
    spare = spares.start(gently);
  }

  /** Whether one is there to be waited for. */
  synchronized boolean hasSpare() {
    return spare != null && spare.isAlive();
  }

  /** From now on a node that gives no heartbeat is replaced. */
  synchronized void expectWork() {
    long now = System.nanoTime();
    isJudging = true;
    judgeAtNs = now;
    posts.forEach(post -> judge(post, now));
  }

  /** A link to another host may be silent for as long and heal; who is there is missed, not hung. */
  private void judge(Post post, long now) {
    if (post.isReplaceable) {
      heartbeats.expect(post.nodes, now);
    }
  }

  /**
   * Kills the one process of these nodes, which was started before that time, lives, and does not come where all others are; it
   * is replaced. Of several none hangs: everybody is slow.
   */
  synchronized void replace(Collection<String> nodes, long startedBeforeNs) {
    List<Post> missing = posts.stream()
        .filter(post -> post.nodes.stream().anyMatch(nodes::contains))
        .toList();
    if (missing.size() != 1) {
      return;
    }
    Post post = missing.get(0);
    if (post.startedNs - startedBeforeNs < 0 && post.process.isAlive()) {
      LOG.warn("node {} lives and does not come back; its process is killed", post.process.name());
      post.process.kill();
    }
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
    for (int i = 0; i < posts.size() && !closed; i++) {
      Post post = posts.get(i);
      attempt(() -> restartIfEnded(post, now));
    }
    if (!closed) {
      attempt(() -> replaceSpare(now));
    }
    if (!closed && isJudging && now >= judgeAtNs) {
      judgeAtNs = now + JUDGE_NS;
      attempt(() -> killSilent(now));
    }
    return !closed;
  }

  /** What cannot be done now, as when the system has no room for another process, is tried again; all else goes on. */
  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn("the supervisor goes on after a failure", e);
    }
  }

  private void restartIfEnded(Post post, long now) {
    if (post.process.isAlive() || (post.restarts.isGivenUp() && !post.waiting)) {
      return;
    }
    if (!post.waiting) {
      post.restarts.ended(now);
      post.waiting = !post.restarts.isGivenUp();
      post.startAtNs = now + post.restarts.backoffNs();
      LOG.warn(
          "node {} ended with {}{}",
          post.process.name(),
          post.process.exitValue(),
          post.waiting ? "; it is started again" : " too often; it stays down");
    }
    if (post.waiting && now >= post.startAtNs) {
      post.waiting = false;
      post.restarts.started(now);
      post.process = successor(post, now);
      post.startedNs = now;
      judge(post, now);
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

  /** Starts the next spare process when it is time, and one that ended anew, until it has ended too often. */
  private void replaceSpare(long now) {
    NodeProcess present = spare;
    if (present != null && !present.isAlive()) {
      spare = null;
      spareRestarts.ended(now);
      boolean isGivenUp = spareRestarts.isGivenUp();
      spareAtNs = isGivenUp ? 0 : now + Math.max(SPARE_DELAY_NS, spareRestarts.backoffNs());
      LOG.warn(
          "the spare process ended with {}{}",
          present.exitValue(),
          isGivenUp ? " too often; there is none any more" : "; another is started");
    }
    if (spareAtNs != 0 && now >= spareAtNs) {
      spareAtNs = now + SPARE_DELAY_NS; // should it fail
      startSpare(true, now);
      spareAtNs = 0;
    }
  }

  private void killSilent(long now) {
    List<String> silent = heartbeats.silent(now);
    for (Post post : posts) {
      boolean isSilent = post.nodes.stream().anyMatch(silent::contains);
      if (isSilent && post.process.isAlive()) {
        LOG.warn("node {} lives and does no work; its process is killed", post.process.name());
        post.process.kill();
      }
    }
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
