package io.camber.app.command.option;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only groups others: by itself it tells which. */
public abstract class CommandFamily implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public final void run() {
    spec.commandLine().usage(out());
  }

  protected final CommandLine commandLine() {
    return spec.commandLine();
  }

  protected final PrintWriter out() {
    return commandLine().getOut();
  }

  protected final PrintWriter err() {
    return commandLine().getErr();
  }

  /** The end of a command that found nothing wrong. */
  protected final int done() {
    out().flush();
    return ExitCode.OK;
  }
}
