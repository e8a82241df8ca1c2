package io.camber.bus;

/** One health statement of a node. */
public record HealthReport(long timeNs, String node, Level level, String code, String detail) {
  /** The order is part of the wire format. */
  public enum Level {
    OK,
    WARN,
    ERROR
  }
}
