package io.camber.bus.shm;

import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.WireCounters;
import java.nio.ByteBuffer;

/** What a writer has sent, over all of its segments, and the words of the segment's first page that say so. */
final class WriterTally {
  private long messages;
  private long bytesSent;
  private long refused;
  private int largest;
  private long lastTimeNs;

  /** Also the number of the next message. */
  long messages() {
    return messages;
  }

  /** One more message, whose record starts at that position; whoever sees the count finds it in the index. */
  void count(ByteBuffer page, long start, int indexMask, int length, long timeNs) {
    bytesSent += length;
    lastTimeNs = timeNs;
    page.putLong(EndLayout.INDEX_AT + Long.BYTES * ((int) messages & indexMask), start);
    page.putLong(EndLayout.BYTES_AT, bytesSent);
    page.putLong(EndLayout.LAST_TIME_AT, timeNs);
    if (length > largest) {
      largest = length;
      page.putLong(EndLayout.LARGEST_AT, length);
    }
    messages++;
    Words.putLongRelease(page, EndLayout.MESSAGES_AT, messages);
  }

  /** The same as the page says, without a look at it. */
  WireCounters counters() {
    return new WireCounters(messages, bytesSent, 0, refused, largest, lastTimeNs);
  }

  /** A message that found no room at once. */
  void countRefused(ByteBuffer page) {
    page.putLong(EndLayout.REFUSED_AT, ++refused);
  }

  /** Goes on in another segment. */
  void carryTo(ByteBuffer page) {
    page.putLong(EndLayout.BYTES_AT, bytesSent);
    page.putLong(EndLayout.LARGEST_AT, largest);
    page.putLong(EndLayout.REFUSED_AT, refused);
    Words.putLongRelease(page, EndLayout.MESSAGES_AT, messages);
  }
}
