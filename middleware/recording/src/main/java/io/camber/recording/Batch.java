package io.camber.recording;

import io.camber.bus.PayloadBuffer;
import io.camber.mcap.McapWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Some steps of writing with their payloads in one buffer; travels between the threads and back. */
final class Batch {
  private final PayloadBuffer payloads;
  private final List<Step> steps = new ArrayList<>();
  private long firstNs;
  private long spanNs = -1;

  Batch(int capacity) {
    payloads = new PayloadBuffer(capacity);
  }

  /** What a step is. */
  enum Kind {
    /** A schema or channel, which every file of the recording needs. */
    ANNOUNCEMENT,
    MESSAGE,
    /** An attachment or metadata. */
    FACT
  }

  /** One call on the writer. */
  record Step(Kind kind, long timeNs, Call call) {
    void write(McapWriter writer, byte[] payloads) throws IOException {
      call.write(writer, payloads);
    }
  }

  /** What a step does. */
  @FunctionalInterface
  interface Call {
    void write(McapWriter writer, byte[] payloads) throws IOException;
  }

  void announce(Call call) {
    steps.add(new Step(Kind.ANNOUNCEMENT, 0, call));
  }

  void message(long timeNs, Call call) {
    firstNs = spanNs < 0 ? timeNs : firstNs;
    spanNs = Math.max(0, timeNs - firstNs);
    steps.add(new Step(Kind.MESSAGE, timeNs, call));
  }

  void fact(Call call) {
    steps.add(new Step(Kind.FACT, 0, call));
  }

  /** Copies a payload in; returns where it starts in the array that the steps are given. */
  int copy(byte[] array, int offset, int length) {
    int start = payloads.extend(length);
    System.arraycopy(array, offset, payloads.array(), start, length);
    return start;
  }

  /** Log time from the first message to the newest. */
  long spanNs() {
    return spanNs;
  }

  int bytes() {
    return payloads.length();
  }

  byte[] payloads() {
    return payloads.array();
  }

  int size() {
    return steps.size();
  }

  Step step(int number) {
    return steps.get(number);
  }

  void clear() {
    payloads.clear();
    steps.clear();
    spanNs = -1;
  }
}
