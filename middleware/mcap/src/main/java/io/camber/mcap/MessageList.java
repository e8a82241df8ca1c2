package io.camber.mcap;

import java.util.Arrays;

/** The messages of one block that are wanted, in the order they are due. */
final class MessageList {
  private long[] timesNs = new long[64];
  private int[] offsets = new int[64];
  private int count;
  private int next;

  private MessageList() {}

  /** Looks at every message of a block. */
  static MessageList of(
      ChunkReader records,
      Block block,
      McapSummary summary,
      MessageSelection selection,
      boolean sort)
      throws MalformedMcapException {
    MessageList list = new MessageList();
    ChunkReader.Position at = new ChunkReader.Position();
    boolean sorted = true;
    while (records.nextMessage(at)) {
      McapRecord.Channel channel = summary.channels().get(at.channelId);
      if (channel == null) {
        throw new MalformedMcapException(
            "a message names channel " + at.channelId + ", which is not known");
      }
      if (Long.compareUnsigned(at.logTimeNs, block.startNs()) < 0
          || Long.compareUnsigned(at.logTimeNs, block.endNs()) > 0) {
        throw new MalformedMcapException("a message at " + Long.toUnsignedString(at.logTimeNs)
            + " ns lies outside the time span of its chunk");
      }
      if (selection.wants(at.logTimeNs) && selection.wants(channel.topic())) {
        sorted &= list.count == 0
            || Long.compareUnsigned(list.timesNs[list.count - 1], at.logTimeNs) <= 0;
        list.add(at.logTimeNs, at.offset);
      }
    }
    if (sort && !sorted) {
      list.sort();
    }
    return list;
  }

  boolean hasNext() {
    return next < count;
  }

  long dueNs() {
    return timesNs[next];
  }

  /** Offset of the next message; moves on. */
  int take() {
    return offsets[next++];
  }

  private void add(long timeNs, int offset) {
    if (count == offsets.length) {
      timesNs = Arrays.copyOf(timesNs, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
    }
    timesNs[count] = timeNs;
    offsets[count++] = offset;
  }

  /** By time; equal times stay as they stand in the file. */
  private void sort() {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    long[] times = timesNs;
    Arrays.sort(order, (a, b) -> Long.compareUnsigned(times[a], times[b]));
    long[] sortedTimes = new long[count];
    int[] sortedOffsets = new int[count];
    for (int i = 0; i < count; i++) {
      sortedTimes[i] = timesNs[order[i]];
      sortedOffsets[i] = offsets[order[i]];
    }
    timesNs = sortedTimes;
    offsets = sortedOffsets;
  }
}
