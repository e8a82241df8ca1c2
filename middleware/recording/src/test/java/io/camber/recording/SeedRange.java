package io.camber.recording;

import java.util.stream.IntStream;

/** Which rounds of a campaign are run: a long one is run in pieces, {@code -Dcamber.seeds=0..49} and so on. */
record SeedRange(int first, int last) {
  /** The rounds that were asked for, or 0 to 199. */
  static SeedRange asked() {
    String[] ends = System.getProperty("camber.seeds", "0..199").split("\\.\\.", -1);
    return new SeedRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
  }

  int size() {
    return last - first + 1;
  }

  IntStream stream() {
    return IntStream.rangeClosed(first, last);
  }

  @Override
  public String toString() {
    return first + ".." + last;
  }
}
