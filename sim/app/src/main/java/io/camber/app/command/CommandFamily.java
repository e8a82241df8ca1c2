package io.camber.app.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only groups others: by itself it tells which. */
abstract class CommandFamily implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public final void run() {
    spec.commandLine().usage(out());
  }

  final CommandLine commandLine() {
    return spec.commandLine();
  }

  final PrintWriter out() {
    return commandLine().getOut();
  }

  final PrintWriter err() {
    return commandLine().getErr();
  }
}
