package io.camber.app.command.option;

import picocli.CommandLine.Option;

/** How many threads run nodes; the same for every command that makes a run. */
public final class ThreadChoice {
  private static final int DEFAULT_MAX = 4;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that run nodes; changes no byte (default: cores, at most 4)")
  private int count = Math.min(DEFAULT_MAX, Runtime.getRuntime().availableProcessors());

  public int count() {
    return count;
  }
}
