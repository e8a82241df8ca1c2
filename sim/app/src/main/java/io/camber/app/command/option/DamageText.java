package io.camber.app.command.option;

import io.camber.mcap.tool.McapCopy;
import java.io.PrintWriter;

/** What of a damaged log a copy has not. */
public final class DamageText {
  private DamageText() {}

  /** Tells it and returns the exit code. */
  public static int tell(McapCopy.Result result, PrintWriter err) {
    result.damage().forEach(damage -> err.println("damage: " + damage));
    err.flush();
    return result.damage().isEmpty() ? ExitCode.OK : ExitCode.LOST;
  }
}
