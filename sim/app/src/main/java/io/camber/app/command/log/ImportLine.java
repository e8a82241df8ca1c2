package io.camber.app.command.log;

import io.camber.drives.log.ImportProgress;
import java.io.PrintWriter;
import java.util.Locale;

/** One line that follows an import on a terminal; a line every tenth part anywhere else. */
final class ImportLine implements ImportProgress {
  private final PrintWriter err;
  private final boolean isTerminal = Boolean.getBoolean("camber.terminal");
  private int shown = -1;

  ImportLine(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(double done, long messages) {
    int percent = (int) (100.0 * done);
    int step = isTerminal ? 1 : 10;
    if (percent / step == shown) {
      return;
    }
    shown = percent / step;
    String line = String.format(Locale.ROOT, "  %3d %%  %d messages", percent, messages);
    if (isTerminal) {
      err.print("\r" + line + "\033[K" + (percent == 100 ? "\n" : ""));
    } else {
      err.println(line);
    }
    err.flush();
  }
}
