package io.camber.viewer.foxglove;

import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import io.camber.viewer.drive.DriveSpan;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Moves the time of a feed and hands on what falls due: follows a live drive, plays a log. A thread of its own; everything
 * else asks it. A log goes round and round while nobody who could control it is there.
 */
final class Pump implements AutoCloseable {
  private static final long STEP_NS = 20_000_000L;
  private static final long LATE_NS_MAX = 200_000_000L;
  private static final float SPEED_MAX = 20.0f;

  private final FoxgloveFeed feed;
  private final DriveSource drive;
  private final ConcurrentLinkedQueue<Runnable> questions = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "camber-foxglove");
  private volatile boolean isClosed;
  private volatile long timeNs;
  private volatile boolean isPaused;
  private volatile boolean hasEnded;
  private volatile float speed = 1.0f;

  Pump(FoxgloveFeed feed, DriveSource drive) {
    this.feed = feed;
    this.drive = drive;
    this.timeNs = drive.span().startNs();
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  long timeNs() {
    return timeNs;
  }

  /** Has something done between two steps. */
  void ask(Runnable question) {
    questions.add(question);
    LockSupport.unpark(thread);
  }

  ByteBuf state(boolean sought, String requestId) {
    Frames.Status status =
        isPaused ? Frames.Status.PAUSED : hasEnded ? Frames.Status.ENDED : Frames.Status.PLAYING;
    return Frames.playback(status, timeNs, speed, sought, requestId);
  }

  /** Does what a client wants. Runs between two steps. */
  void obey(PlaybackRequest request) {
    isPaused = request.pause();
    if (Float.isFinite(request.speed()) && request.speed() > 0.0f) {
      speed = Math.min(SPEED_MAX, request.speed());
    }
    DriveSpan span = drive.span();
    if (request.sought()) {
      timeNs = Math.min(span.endNs(), Math.max(span.startNs(), request.timeNs()));
      feed.sendTime(timeNs);
      feed.sendAllLatest(timeNs);
    }
    hasEnded = timeNs >= span.endNs();
  }

  private void run() {
    long last = System.nanoTime();
    while (!isClosed) {
      LockSupport.parkNanos(this, STEP_NS);
      for (Runnable next = questions.poll(); next != null; next = questions.poll()) {
        next.run();
      }
      long now = System.nanoTime();
      long passedNs = Math.min(LATE_NS_MAX, now - last);
      last = now;
      feed.announceNews();
      try {
        step(passedNs);
      } catch (IOException e) {
        isPaused = true;
        feed.tellState();
      }
    }
  }

  private void step(long passedNs) throws IOException {
    DriveSpan span = drive.span();
    if (span.isGrowing()) {
      advance(span.endNs());
    } else if (feed.isSomebodyListening() && !isPaused) {
      if (timeNs >= span.endNs()) {
        end(span);
      } else {
        advance(Math.min(span.endNs(), timeNs + (long) ((double) passedNs * speed)));
      }
    }
  }

  private void end(DriveSpan span) {
    if (!feed.canSomebodyControl()) {
      timeNs = span.startNs();
      feed.sendTime(timeNs);
      feed.sendAllLatest(timeNs);
    } else if (!hasEnded) {
      hasEnded = true;
      feed.tellState();
    }
  }

  private void advance(long toNs) throws IOException {
    if (toNs <= timeNs) {
      return;
    }
    Set<String> wanted = feed.wantedTopics();
    long[] told = {Long.MIN_VALUE};
    drive.read(wanted, timeNs + 1, toNs, message -> hand(message, told));
    timeNs = toNs;
    feed.sendTime(toNs);
  }

  /** Clients stamp messages with the time they were told last. */
  private void hand(DriveMessage message, long[] told) {
    if (message.timeNs() != told[0]) {
      told[0] = message.timeNs();
      feed.sendTime(message.timeNs());
    }
    feed.send(message);
  }

  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
