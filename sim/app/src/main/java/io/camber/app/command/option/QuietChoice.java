package io.camber.app.command.option;

import picocli.CommandLine.Option;

/** Whether a command keeps how far it is to itself. */
public final class QuietChoice {
  @Option(
      names = {"-q", "--quiet"},
      description = "no progress")
  private boolean quiet;

  public boolean isQuiet() {
    return quiet;
  }
}
