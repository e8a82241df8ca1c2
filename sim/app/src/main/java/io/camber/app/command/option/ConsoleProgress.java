package io.camber.app.command.option;

import io.camber.app.simulation.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** One line that follows the run on a terminal; a line every few seconds anywhere else. */
public final class ConsoleProgress implements Progress {
  private static final double LOG_PERIOD_S = 5.0;

  private final PrintWriter err;
  private final boolean shown;
  /** The launcher looks: Java cannot tell reliably. */
  private final boolean isTerminal = Boolean.getBoolean("camber.terminal");

  private double loggedS;
  private boolean isOpen;

  public ConsoleProgress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  public void begin(String scenario, long seed) {
    if (shown) {
      err.println(scenario + "  seed " + seed);
      err.flush();
    }
  }

  @Override
  public void note(String what) {
    if (shown) {
      err.println("  " + what + " ...");
      err.flush();
    }
  }

  @Override
  public void at(double simulatedS, double untilS, double wallS) {
    if (!shown || (!isTerminal && wallS - loggedS < LOG_PERIOD_S)) {
      return;
    }
    loggedS = wallS;
    String line = String.format(
        Locale.ROOT,
        "  %6.1f s simulated  %6.1f s wall  %.1fx",
        simulatedS,
        wallS,
        simulatedS / wallS);
    if (isTerminal) {
      err.print("\r" + line + "\033[K");
      isOpen = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  public void end() {
    if (isOpen) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
