package io.camber.app.command;

import io.camber.diagnostics.InputException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
    name = "completion",
    description = "Prints a completion script for bash or zsh: source <(camber completion bash)",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
  @Parameters(paramLabel = "SHELL", defaultValue = "bash", description = "bash or zsh")
  private String shell = "bash";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      throw new InputException("completion for shell " + shell + " is not known; use bash or zsh");
    }
    CommandLine root = spec.root().commandLine();
    spec.commandLine().getOut().print(AutoComplete.bash("camber", root));
    spec.commandLine().getOut().flush();
  }
}
