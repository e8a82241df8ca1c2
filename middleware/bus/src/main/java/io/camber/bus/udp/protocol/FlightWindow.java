package io.camber.bus.udp.protocol;

/**
 * How many bytes of one topic a writer may have under way to one peer. Loss makes it smaller and what arrives larger, but it is
 * never less than what a fast local network carries in one round trip.
 *
 * <p>Large samples also yield to delay, after LEDBAT (RFC 6817): the window grows by an eighth of what arrives as long as nothing
 * waits in a queue, by less the longer the queue, and shrinks once it is longer than {@link #QUEUE_NS}. So on a link that cannot
 * carry them all they fill the link and not its queue, where commands would wait behind them and fragments would be dropped.
 */
final class FlightWindow {
  /** Time that samples may wait in queues along the path. */
  static final long QUEUE_NS = 8_000_000;

  private static final int FRAGMENTS_MIN = 16;
  private static final int FRAGMENTS_LEAST = 4;
  private static final int GAIN = 8;

  private final boolean reliable;
  private final int max;
  private final int fragmentBytes;
  private final PathDelay path;
  private int bytes;
  private long shrunkAt;

  FlightWindow(boolean reliable, int bytesMax, int fragmentBytes, PathDelay path) {
    this.reliable = reliable;
    this.max = bytesMax;
    this.fragmentBytes = fragmentBytes;
    this.path = path;
    this.bytes = bytesMax;
  }

  int bytes() {
    return bytes;
  }

  /** Topics of large samples share the least that may be under way. */
  private int min() {
    int fragments = reliable
        ? FRAGMENTS_MIN
        : Math.max(FRAGMENTS_LEAST, FRAGMENTS_MIN / Math.max(1, path.topics()));
    return Math.min(max, fragments * fragmentBytes);
  }

  /** So many bytes more have arrived, of which the last waited in a queue. */
  void onSeen(long more, long queuedNs) {
    long step = more / GAIN + 1;
    if (!reliable) {
      step = step * Math.max(-QUEUE_NS, QUEUE_NS - queuedNs) / QUEUE_NS;
    }
    bytes = (int) Math.max(min(), Math.min(max, bytes + step));
  }

  /**
   * The path lost bytes. Reliable: the window shrinks by as many, which is more than it grows when more than an eighth is lost.
   * Of samples only the losses of the newest are heard of, so it shrinks by a quarter, once for what was under way together.
   */
  void onLoss(int lost, long lostPosition, long sentPosition) {
    int quarter = bytes / 4;
    if (reliable) {
      bytes = Math.max(min(), bytes - Math.min(quarter, lost));
    } else if (lostPosition >= shrunkAt) {
      bytes = Math.max(min(), bytes - quarter);
      shrunkAt = sentPosition;
    }
  }

  /** No answer came for long: it got lost, or everything did. */
  void onSilence() {
    bytes = Math.max(min(), bytes / 2);
  }
}
