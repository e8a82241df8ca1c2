package io.camber.app.command.option;

import picocli.CommandLine.Option;

/** Whether what a command makes may take the place of a file. */
public final class Replacement {
  @Option(names = "--force", description = "replaces a file that is there")
  private boolean allowed;

  boolean isAllowed() {
    return allowed;
  }
}
