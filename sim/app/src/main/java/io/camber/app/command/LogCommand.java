package io.camber.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Drive logs (MCAP). */
@Command(
    name = "log",
    description = "Drive logs (MCAP).",
    mixinStandardHelpOptions = true,
    subcommands = {LogImporting.class, LogPerceiving.class},
    synopsisSubcommandLabel = "COMMAND")
final class LogCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
