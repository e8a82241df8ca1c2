package io.camber.viewer.drive;

import io.camber.bus.Schema;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A drive that is happening: keeps the newest messages in memory, the oldest give way to the newest. Topics that are
 * published once keep their last message. Whoever adds never waits for a viewer.
 */
public final class LiveDrive implements DriveSource {
  /** After what has been told: more than the tens of microseconds to which the page rounds. */
  private static final long LATE_NS = 20_000L;

  /** One message moves the end so far at most: a single clock that is wrong does not hold up everybody else's. */
  private static final long STRIDE_NS = 1_000_000_000L;

  private final String name;
  private final long bytesMax;
  private final Map<String, Held> topics = new TreeMap<>();
  private final Deque<Numbered> order = new ArrayDeque<>();
  private long bytes;
  private long added;
  private long startNs;
  private long endNs;
  private long toldNs = Long.MIN_VALUE;
  private boolean isOver;
  private Optional<Path> folder = Optional.empty();

  /** Messages of one topic, oldest first. */
  private static final class Held {
    private final Schema schema;
    private final Deque<Numbered> messages = new ArrayDeque<>();
    private long count;

    Held(Schema schema) {
      this.schema = schema;
    }
  }

  private record Numbered(long number, DriveMessage message) {
    int bytes() {
      return message.payload().remaining();
    }
  }

  /** A drive of which the newest {@code bytesMax} bytes are kept. */
  public LiveDrive(String name, long bytesMax) {
    this.name = name;
    this.bytesMax = bytesMax;
  }

  /**
   * Takes a message; the array is not touched any more by the caller. What comes late, as processes on the wall clock deliver,
   * stands at the end of what has been told and not before it: nobody looks there a second time, and time never runs back.
   */
  public synchronized void add(
      Schema schema, String topic, String publisher, long publishTimeNs, byte[] payload) {
    long timeNs = added == 0
        ? publishTimeNs
        : Math.max(Math.min(publishTimeNs, endNs + STRIDE_NS), Math.max(endNs, toldNs + LATE_NS));
    Held held = topics.computeIfAbsent(topic, unused -> new Held(schema));
    ByteBuffer view = ByteBuffer.wrap(payload).asReadOnlyBuffer();
    Numbered entry = new Numbered(added, new DriveMessage(topic, publisher, timeNs, view));
    startNs = added == 0 ? timeNs : startNs;
    endNs = timeNs;
    added++;
    held.count++;
    held.messages.addLast(entry);
    order.addLast(entry);
    bytes += payload.length;
    while (bytes > bytesMax && order.size() > 1) {
      forgetOldest();
    }
  }

  private void forgetOldest() {
    Numbered oldest = order.removeFirst();
    Held held = topics.get(oldest.message().topic());
    if (held != null && held.messages.size() > 1) {
      held.messages.removeFirst();
      startNs = Math.max(startNs, oldest.message().timeNs());
    }
    bytes -= oldest.bytes();
  }

  /** The drive has ended; what was kept stays. */
  public synchronized void finish(Optional<Path> runFolder) {
    isOver = true;
    folder = runFolder;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized List<DriveTopic> topics() {
    List<DriveTopic> list = new ArrayList<>();
    topics.forEach((topic, held) -> list.add(new DriveTopic(topic, held.schema, held.count)));
    return list;
  }

  @Override
  public synchronized DriveSpan span() {
    toldNs = added == 0 ? toldNs : endNs;
    return new DriveSpan(startNs, endNs, !isOver);
  }

  @Override
  public void read(Set<String> wanted, long fromNs, long toNs, Consumer<DriveMessage> to) {
    List<Numbered> found = new ArrayList<>();
    synchronized (this) {
      for (String topic : wanted) {
        Held held = topics.get(topic);
        if (held != null) {
          collect(held, fromNs, toNs, found);
        }
      }
    }
    found.sort(Comparator.comparingLong(Numbered::number));
    found.forEach(entry -> to.accept(entry.message()));
  }

  /** From the newest back, since that is what viewers want. */
  private static void collect(Held held, long fromNs, long toNs, List<Numbered> into) {
    for (Iterator<Numbered> it = held.messages.descendingIterator(); it.hasNext(); ) {
      Numbered entry = it.next();
      if (entry.message().timeNs() < fromNs) {
        return;
      }
      if (entry.message().timeNs() <= toNs) {
        into.add(entry);
      }
    }
  }

  @Override
  public synchronized Optional<DriveMessage> latest(String topic, long atNs) {
    Held held = topics.get(topic);
    if (held == null) {
      return Optional.empty();
    }
    for (Iterator<Numbered> it = held.messages.descendingIterator(); it.hasNext(); ) {
      DriveMessage message = it.next().message();
      if (message.timeNs() <= atNs) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public synchronized Optional<Path> folder() {
    return folder;
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public void close() {
    finish(folder());
  }
}
