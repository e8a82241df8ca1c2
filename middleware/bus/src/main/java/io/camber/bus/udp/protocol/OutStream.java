package io.camber.bus.udp.protocol;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireCounters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sending end of one topic: the newest messages, for as long as somebody may still need them. A reliable writer keeps
 * each until every connected reliable reader consumed it; readers that fell silent hold nothing back once room is needed.
 * Best effort keeps the newest and the one in transmission.
 */
final class OutStream {
  private static final int SLOTS_FIRST = 16;

  /** What waits to be sent to a living reader; more would only be older when it arrives, and out of the processor's caches. */
  private static final int UNSENT_BYTES_MAX = 2 << 20;

  final EndpointEntry entry;
  final List<OutLink> links = new ArrayList<>();
  private final int historyBytesMax;
  private @Nullable MessageBuffer[] slots = // null where nothing is kept any more
      new MessageBuffer[SLOTS_FIRST];
  private long[] positions = new long[SLOTS_FIRST];
  private long first;
  private long next;
  private long nextPosition;
  private long heldBytes;

  /** Newest message that was not whole when it was taken over. */
  private long newestUnfinished = -1;

  /** Who comes late starts here at the earliest. */
  private long opened;

  private boolean lingers;

  private long messages;
  private long bytes;
  private long refused;
  private long bytesLargest;
  private long lastTimeNs;

  OutStream(EndpointEntry entry, int historyBytesMax) {
    this.entry = entry;
    this.historyBytesMax = historyBytesMax;
  }

  boolean isReliable() {
    return entry.topic().qos().reliability() == Qos.Reliability.RELIABLE;
  }

  /** Oldest message still at hand. */
  long first() {
    return first;
  }

  /** Sequence of the message to come. */
  long next() {
    return next;
  }

  private boolean isKeptForLate() {
    return entry.topic().qos().durability() == Qos.Durability.TRANSIENT_LOCAL;
  }

  /** Where a reader that comes now starts. */
  long startForNewReader() {
    return isKeptForLate()
        ? pastGivenUp(Math.max(opened, oldestOfNewest(entry.topic().qos().depth())))
        : next;
  }

  /** Whether the writer is closed and only what it sent before is still on its way. */
  boolean lingers() {
    return lingers;
  }

  void setLingers(boolean now) {
    lingers = now;
  }

  /** A writer of the same name goes on: what is on its way stays so, nothing else is kept of the last one. */
  void reopen() {
    lingers = false;
    opened = next;
    messages = 0;
    bytes = 0;
    refused = 0;
    bytesLargest = 0;
    lastTimeNs = 0;
  }

  /** Whether every reader that is alive has everything. */
  boolean isSettled() {
    for (OutLink link : links) {
      if (link.peer.isAlive() && !link.isSettled()) {
        return false;
      }
    }
    return true;
  }

  /** Grows whenever something moves on the way to a reader. */
  long progress() {
    long sum = 0;
    for (OutLink link : links) {
      sum += link.progress();
    }
    return sum;
  }

  boolean has(long sequence) {
    return sequence >= first && sequence < next;
  }

  boolean isGivenUp(long sequence) {
    return has(sequence) && slots[slot(sequence)] == null;
  }

  /** Those from there on that were given up. */
  Set<Long> givenUpFrom(long sequence) {
    Set<Long> all = new TreeSet<>();
    for (long s = sequence; s < next; s++) {
      if (isGivenUp(s)) {
        all.add(s);
      }
    }
    return all;
  }

  /** The same or the next message that was not given up. */
  long pastGivenUp(long sequence) {
    long past = sequence;
    while (isGivenUp(past)) {
      past++;
    }
    return past;
  }

  /** The newest message that was not given up; {@code sequence} if there is none behind it. */
  long newestAfter(long sequence) {
    long newest = next - 1;
    while (newest > sequence && isGivenUp(newest)) {
      newest--;
    }
    return newest;
  }

  /**
   * A message that was taken over will never be filled: it counts as not sent, its memory is let go, and readers go on behind it.
   * Answers which it was, -1 when the stream was closed meanwhile.
   */
  long giveUp(MessageBuffer message) {
    messages--;
    bytes -= message.payloadBytes();
    for (long s = next - 1; s >= first; s--) {
      if (slots[slot(s)] == message) {
        slots[slot(s)] = null;
        heldBytes -= message.length();
        message.release();
        return s;
      }
    }
    return -1;
  }

  /** A message that was taken over unfinished has become whole. */
  void onWhole() {
    trim();
  }

  /** The oldest of so many whole messages at hand; of fewer when most were given up. */
  private long oldestOfNewest(int count) {
    long oldest = Math.max(first, next - count);
    if (newestUnfinished < oldest) {
      return oldest;
    }
    long bound = Math.max(first, next - Math.max(count, ProtocolConfig.WINDOW_MESSAGES / 2));
    oldest = next;
    for (int left = count; oldest > bound && left > 0; ) {
      oldest--;
      MessageBuffer message = slots[slot(oldest)];
      if (message != null && message.isWhole()) {
        left--;
      }
    }
    return oldest;
  }

  MessageBuffer message(long sequence) {
    MessageBuffer message = slots[slot(sequence)];
    if (message == null || !has(sequence)) {
      throw new IllegalArgumentException(
          "sequence=" + sequence + " is outside [" + first + ", " + next + ")");
    }
    return message;
  }

  /** Bytes of the stream before the message; clipped to what is at hand. */
  long position(long sequence) {
    if (sequence >= next) {
      return nextPosition;
    }
    return positions[slot(Math.max(sequence, first))];
  }

  private int slot(long sequence) {
    return (int) sequence & (slots.length - 1);
  }

  /** Whether a message of this length can be taken on now. */
  boolean hasRoom(int length) {
    trim();
    for (int i = 0; i < links.size(); i++) {
      OutLink link = links.get(i);
      long unsent = nextPosition - link.sentPosition();
      if (link.reliable
          && link.peer.isAlive()
          && unsent > 0
          && unsent + length > UNSENT_BYTES_MAX) {
        return false;
      }
    }
    dropLatched(length);
    return next - first < ProtocolConfig.WINDOW_MESSAGES
        && (first == next || heldBytes + length <= historyBytesMax);
  }

  /** What is kept for readers to come gives way where it does not fit beside a new message of this length, but for the newest. */
  private void dropLatched(int length) {
    if (isKeptForLate() && first < next && heldBytes + length > historyBytesMax) {
      long floor = needed(oldestOfNewest(1));
      while (first < floor && heldBytes + length > historyBytesMax) {
        drop(first++);
      }
    }
  }

  /** Gives up on readers that hold the writer back, oldest message first, until there is room. */
  void makeRoom(int length) {
    for (long given = first + 1; !hasRoom(length) && given <= next; given++) {
      for (OutLink link : links) {
        link.skipTo(given);
      }
    }
  }

  /** Takes over the message. */
  void append(MessageBuffer message, int payloadBytes) {
    if (next - first == slots.length) {
      grow();
    }
    slots[slot(next)] = message;
    positions[slot(next)] = nextPosition;
    if (!message.isWhole()) {
      newestUnfinished = next;
    }
    next++;
    nextPosition += message.length();
    heldBytes += message.length();
    messages++;
    bytes += payloadBytes;
    bytesLargest = Math.max(bytesLargest, payloadBytes);
    lastTimeNs = message.publishTimeNs();
    trim();
  }

  private void grow() {
    @Nullable MessageBuffer[] oldSlots = slots;
    long[] oldPositions = positions;
    slots = new MessageBuffer[2 * oldSlots.length];
    positions = new long[2 * oldSlots.length];
    for (long s = first; s < next; s++) {
      slots[slot(s)] = oldSlots[(int) s & (oldSlots.length - 1)];
      positions[slot(s)] = oldPositions[(int) s & (oldSlots.length - 1)];
    }
  }

  private void trim() {
    int kept = Math.min(entry.topic().qos().depth(), ProtocolConfig.WINDOW_MESSAGES / 2);
    long floor = oldestOfNewest(isKeptForLate() ? kept : 1);
    floor = needed(floor);
    while (first < floor && !isInTransmission(first)) {
      drop(first++);
    }
    for (long s = first + 1; s < floor; s++) {
      if (!isInTransmission(s)) {
        drop(s);
      }
    }
  }

  /** The oldest message that a reliable reader still needs, if it is older than this one. */
  private long needed(long floor) {
    boolean crowded =
        next - first >= ProtocolConfig.WINDOW_MESSAGES || heldBytes >= historyBytesMax / 2;
    long oldest = floor;
    for (int i = 0; i < links.size(); i++) {
      OutLink link = links.get(i);
      if (link.holdsBack(crowded)) {
        oldest = Math.min(oldest, Math.max(first, link.consumed()));
      }
    }
    return oldest;
  }

  /** Whether a part of this sample is sent to somebody and the rest is not. */
  private boolean isInTransmission(long sequence) {
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).isAmid(sequence)) {
        return true;
      }
    }
    return false;
  }

  private void drop(long sequence) {
    MessageBuffer message = slots[slot(sequence)];
    slots[slot(sequence)] = null;
    if (message != null) {
      heldBytes -= message.length();
      message.release();
    }
  }

  void countRefused() {
    refused++;
  }

  WireCounters counters() {
    return new WireCounters(messages, bytes, 0, refused, bytesLargest, lastTimeNs);
  }

  void close() {
    for (long s = first; s < next; s++) {
      MessageBuffer message = slots[slot(s)];
      if (message != null) {
        message.release();
      }
    }
    Arrays.fill(slots, null);
    first = next;
    heldBytes = 0;
  }
}
