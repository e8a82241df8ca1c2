package io.camber.app.busbench;

/** What two processes do together; the words stand in the table. */
enum Work {
  COPIED("round trip, spinning, copied in and out", true, "SPIN", "copy"),
  LOANED("round trip, spinning, loaned and read in place", true, "SPIN", "loan"),
  BLOCKING("round trip, blocking, copied", true, "BLOCK", "copy"),
  ONE_WAY("one way, reliable, spinning, copied", false, "SPIN", "copy"),
  UDP("UDP round trip, blocking", true, "BLOCK", "copy"),
  UDP_ONE_WAY("UDP one way, blocking", false, "BLOCK", "copy");

  private final String title;
  private final boolean isRoundTrip;
  private final String waiting;
  private final String mode;

  Work(String title, boolean isRoundTrip, String waiting, String mode) {
    this.title = title;
    this.isRoundTrip = isRoundTrip;
    this.waiting = waiting;
    this.mode = mode;
  }

  String title() {
    return title;
  }

  boolean isRoundTrip() {
    return isRoundTrip;
  }

  boolean isUdp() {
    return this == UDP || this == UDP_ONE_WAY;
  }

  boolean isSpinning() {
    return waiting.equals("SPIN");
  }

  /** As {@code WireBench} calls it. */
  String waiting() {
    return waiting;
  }

  /** As {@code WireBench} calls it. */
  String mode() {
    return mode;
  }

  /** Of the figure: round trips at the median in microseconds, less is better; throughput in MB/s, more is better. */
  String unit() {
    return isRoundTrip ? "us" : "MB/s";
  }
}
