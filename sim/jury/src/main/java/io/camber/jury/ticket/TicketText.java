package io.camber.jury.ticket;

import java.util.List;
import java.util.Locale;

/** Tickets for people. */
public final class TicketText {
  private static final double NS = 1e-9;
  private static final String LOG = ".mcap";

  private TicketText() {}

  /** A line a ticket. */
  public static String list(List<TicketEntry> entries) {
    StringBuilder text = new StringBuilder();
    for (TicketEntry one : entries) {
      text.append(String.format(
          Locale.ROOT,
          "%-9s %-3s %-12s %4d in %d runs  %s%n          %s%n",
          one.state().label(),
          one.check(),
          one.owner().label(),
          one.count(),
          one.runs(),
          one.key(),
          one.worst().detail()));
    }
    return text.toString().replace("\r\n", "\n");
  }

  /** Everything about one, as Markdown. */
  public static String of(TicketEntry one) {
    return String.format(
            Locale.ROOT,
            "# %s%n%n"
                + "%s, %s, owner %s, severity %.1f%n%n"
                + "%s%n%n"
                + "- scenario %s%s, worst at %.2f s of seed %d%n"
                + "- %d alarms in %d runs, %.2f miles driven there%n"
                + "- first seen in %s, last in %s%n%n"
                + "%s"
                + "    camber tickets show %s --clip clip.mcap && camber view clip.mcap%n",
            one.key(),
            one.check(),
            one.state().label(),
            one.owner().label(),
            one.worst().severity(),
            one.worst().detail(),
            one.scenario(),
            one.setup().isEmpty() ? "" : " (" + one.setup() + ")",
            one.worst().timeNs() * NS,
            one.worst().seed(),
            one.count(),
            one.runs(),
            one.miles(),
            one.firstRun(),
            one.lastRun(),
            again(one),
            one.key())
        .replace("\r\n", "\n");
  }

  /** How the drive is made and seen again; nobody can make a drive of others again. */
  private static String again(TicketEntry one) {
    String run = one.worst().run();
    if (ScannedRun.isPerceived(one.worst().hash())) {
      return "    camber tickets scan " + run + " --perceive\n";
    }
    return run.endsWith(LOG)
        ? "    camber tickets scan " + run + "\n"
        : String.format(
            Locale.ROOT,
            "    camber rerun %s%n    camber view %s --at %.2f%n",
            run,
            run,
            one.worst().timeNs() * NS);
  }
}
