package io.camber.recording;

import io.camber.bus.PayloadBuffer;
import io.camber.recording.mcap.McapWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Some steps of writing with their payloads in one buffer; travels between the threads and back. */
final class Batch {
  private final PayloadBuffer payloads;
  private final List<Step> steps = new ArrayList<>();

  Batch(int capacity) {
    payloads = new PayloadBuffer(capacity);
  }

  /** One call on the writer. */
  @FunctionalInterface
  interface Step {
    void write(McapWriter writer, byte[] payloads) throws IOException;
  }

  void add(Step step) {
    steps.add(step);
  }

  /** Copies a payload in; returns where it starts in the array that the steps are given. */
  int copy(byte[] array, int offset, int length) {
    int start = payloads.extend(length);
    System.arraycopy(array, offset, payloads.array(), start, length);
    return start;
  }

  int bytes() {
    return payloads.length();
  }

  int size() {
    return steps.size();
  }

  void writeTo(McapWriter writer) throws IOException {
    for (Step step : steps) {
      step.write(writer, payloads.array());
    }
  }

  void clear() {
    payloads.clear();
    steps.clear();
  }
}
