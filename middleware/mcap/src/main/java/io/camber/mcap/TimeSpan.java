package io.camber.mcap;

/** First and last of a set of unsigned times; 0 and 0 while empty, as the format wants it. */
final class TimeSpan {
  private long startNs;
  private long endNs;
  private boolean empty = true;

  void include(long timeNs) {
    startNs = empty || Long.compareUnsigned(timeNs, startNs) < 0 ? timeNs : startNs;
    endNs = empty || Long.compareUnsigned(timeNs, endNs) > 0 ? timeNs : endNs;
    empty = false;
  }

  void clear() {
    startNs = 0;
    endNs = 0;
    empty = true;
  }

  boolean isEmpty() {
    return empty;
  }

  /** Unsigned, as its ends are; at most the largest signed value. */
  long lengthNs() {
    return endNs - startNs < 0 ? Long.MAX_VALUE : endNs - startNs;
  }

  long startNs() {
    return startNs;
  }

  long endNs() {
    return endNs;
  }
}
