package io.camber.viewer.picture;

/** Between a drive's nanoseconds and the page's seconds. */
public record Clock(long epochNs) {
  private static final double NS = 1e-9;

  public double seconds(long timeNs) {
    return (timeNs - epochNs) * NS;
  }

  public long timeNs(double seconds) {
    return epochNs + Math.round(seconds / NS);
  }
}
