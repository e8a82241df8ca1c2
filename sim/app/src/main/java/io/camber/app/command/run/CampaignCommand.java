package io.camber.app.command.run;

import io.camber.app.campaign.CampaignResult;
import io.camber.app.campaign.InterventionCampaign;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.command.option.ThreadChoice;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.diagnostics.InputException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Interventions in campaign mode. */
@Command(
    name = "campaign",
    description =
        "Drives a scenario with a virtual safety driver who takes over, brings the car back, hands over and counts on.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber campaign stop-and-go --perception truth --fault command:freeze@4s..6s",
      "  camber campaign highway-cut-in --json interventions.json",
      "",
      "Exit codes: 0 no intervention, 4 some, 2 bad input. docs/metrics.md says what makes him take over."
    })
public final class CampaignCommand implements Callable<Integer> {
  @Mixin
  private ScenarioChoice choice = new ScenarioChoice();

  @Mixin
  private ThreadChoice threads = new ThreadChoice();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "after so many take-overs he keeps the car (default: ${DEFAULT-VALUE})")
  private int limit = 20;

  @Option(names = "--json", paramLabel = "FILE", description = "write it for programs")
  private @Nullable Path json;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (choice.isStoryboardOnly()) {
      throw new InputException("--ego none: nobody drives, so there is nothing to take over");
    }
    if (limit < 1) {
      throw new InputException("--limit " + limit + " must be at least 1");
    }
    OutputFile.requireWritable(json);
    OutputFile.requireWritable(json, choice.sources());
    SimulationOptions options = choice.options(threads.count());
    var print = spec.commandLine().getOut();
    var notes = spec.commandLine().getErr();
    CampaignResult result = new InterventionCampaign(
            () -> new Simulation(options),
            takeOver -> {
              notes.println("  " + CampaignResult.line(takeOver));
              notes.flush();
            },
            limit)
        .run();
    print.print(result.text());
    print.flush();
    Path file = json;
    if (file != null) {
      OutputFile.write(file, result.toJson());
    }
    return result.takeOvers().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
