package io.camber.jury.ticket;

import java.util.Locale;

/** Where a ticket stands; computed from scans alone. */
public enum TicketState {
  OPEN,
  /** The drive that showed it worst was made again as far as that, came out otherwise, and does not show it. */
  FIXED,
  /** It was fixed and is back in a newer run of that drive. */
  REGRESSED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
