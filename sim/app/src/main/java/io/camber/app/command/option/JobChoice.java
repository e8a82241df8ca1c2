package io.camber.app.command.option;

import picocli.CommandLine.Option;

/** How many runs are made at a time; the same for every command that makes many. */
public final class JobChoice {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "runs at a time; changes no byte of the table (default: cores)")
  private int count = Runtime.getRuntime().availableProcessors();

  public int count() {
    return count;
  }
}
