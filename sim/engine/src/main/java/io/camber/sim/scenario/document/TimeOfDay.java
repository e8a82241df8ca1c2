package io.camber.sim.scenario.document;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates and times of day of a scenario as seconds; one without an offset counts as universal time. */
public final class TimeOfDay {
  private TimeOfDay() {}

  /** Seconds since 1970 of an attribute of type dateTime. */
  public static double read(Node node, String attribute) {
    String text = node.text(attribute).strip();
    try {
      return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(text).toEpochSecond()
          : LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw node.error("attribute " + attribute + "=\"" + text
          + "\" is no date and time like 2026-01-31T12:00:00");
    }
  }
}
