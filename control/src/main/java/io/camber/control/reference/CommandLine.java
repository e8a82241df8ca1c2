package io.camber.control.reference;

/**
 * Commands on their way to the actuator, each with the time from which the actuator obeys it. A ring of the newest {@value
 * #CAPACITY}; older ones fall out.
 */
public final class CommandLine {
  /** 2.5 s at 100 Hz, ten times the longest dead time of a road car's steering. */
  private static final int CAPACITY = 256;

  private final long[] fromNs = new long[CAPACITY];
  private final double[] value = new double[CAPACITY];
  private long count;
  private double before;

  /** Forgets everything; the actuator is taken to hold {@code held}. */
  public void reset(double held) {
    count = 0;
    before = held;
  }

  /** Adds a command that is newer than all before. */
  public void add(long effectiveNs, double command) {
    int slot = (int) (count % CAPACITY);
    if (count >= CAPACITY) {
      before = value[slot];
    }
    fromNs[slot] = effectiveNs;
    value[slot] = command;
    count++;
  }

  /** What the actuator is obeying at a time. */
  public double at(long timeNs) {
    long oldest = Math.max(0, count - CAPACITY);
    for (long i = count - 1; i >= oldest; i--) {
      int slot = (int) (i % CAPACITY);
      if (fromNs[slot] <= timeNs) {
        return value[slot];
      }
    }
    return before;
  }
}
