package io.camber.app.command.jury;

import io.camber.diagnostics.InputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A time as people and version control write it. */
final class AsOf {
  private static final int DAY_LENGTH = "2026-11-28".length();

  private AsOf() {}

  /** A day, which begins at midnight UTC, or a date and time with its offset. */
  static Instant parse(String text) {
    try {
      return text.length() == DAY_LENGTH
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new InputException(
          "--as-of " + text + ": is no time; write 2026-11-28 or 2026-11-28T09:30:00Z", e);
    }
  }
}
