package io.camber.bus.udp.protocol;

/**
 * How many bytes had been sent to a peer when a message began, for some of the last messages; so an answer that names a message
 * tells how much has arrived, also of messages that nobody keeps any more and with others left out between them.
 */
final class SentMarks {
  private static final int COUNT = 32;

  private final long[] sequences = new long[COUNT];
  private final long[] starts = new long[COUNT];
  private int next;
  private int count;

  /** A message begins after so many bytes; remembered when it is far enough from the last one that is. */
  void onBegin(long sequence, long sentBytes, int spacing) {
    int last = (next + COUNT - 1) % COUNT;
    if (count > 0 && sentBytes - starts[last] < spacing) {
      return;
    }
    sequences[next] = sequence;
    starts[next] = sentBytes;
    next = (next + 1) % COUNT;
    count = Math.min(COUNT, count + 1);
  }

  /** Bytes up to an offset in a message, or up to an older message where that one is not remembered; -1 when nothing so old is. */
  long find(long sequence, int offset) {
    for (int i = 1; i <= count; i++) {
      int at = (next + COUNT - i) % COUNT;
      if (sequences[at] == sequence) {
        return starts[at] + offset;
      }
      if (sequences[at] < sequence) {
        return starts[at];
      }
    }
    return -1;
  }
}
