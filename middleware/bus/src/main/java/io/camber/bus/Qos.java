package io.camber.bus;

/**
 * Quality of service in the standard words.
 *
 * @param depth how many undelivered messages a subscription keeps; the oldest falls first and is counted
 * @param deadlineNs longest expected gap between messages; 0 for none
 * @param lifespanNs age after which an undelivered message is worthless; 0 for none
 */
public record Qos(
    Reliability reliability, int depth, Durability durability, long deadlineNs, long lifespanNs) {
  /** Sensor data: the newest counts. */
  public static final Qos SENSOR = new Qos(Reliability.BEST_EFFORT, 1, Durability.VOLATILE, 0, 0);

  /** Samples that a filter wants all of. */
  public static final Qos SAMPLES = new Qos(Reliability.RELIABLE, 256, Durability.VOLATILE, 0, 0);

  /** Results of the stack. */
  public static final Qos RESULT = new Qos(Reliability.RELIABLE, 16, Durability.VOLATILE, 0, 0);

  /** Set once, kept for whoever comes late: maps, calibrations, missions. */
  public static final Qos LATCHED =
      new Qos(Reliability.RELIABLE, 1, Durability.TRANSIENT_LOCAL, 0, 0);

  public Qos {
    if (depth < 1) {
      throw new IllegalArgumentException("depth=" + depth + " is less than 1");
    }
    if (deadlineNs < 0 || lifespanNs < 0) {
      throw new IllegalArgumentException(
          "deadlineNs=" + deadlineNs + ", lifespanNs=" + lifespanNs + " is negative");
    }
  }

  /** Whether every message is to arrive. */
  public enum Reliability {
    BEST_EFFORT,
    RELIABLE
  }

  /** Whether late joiners get the newest message. */
  public enum Durability {
    VOLATILE,
    TRANSIENT_LOCAL
  }
}
