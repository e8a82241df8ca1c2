package io.camber.app.command.run;

import io.camber.app.campaign.CampaignResult;
import io.camber.app.campaign.InterventionCampaign;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.JsonChoice;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.command.option.ThreadChoice;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.diagnostics.InputException;
import java.util.concurrent.Callable;
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

  @Mixin
  private JsonChoice json = new JsonChoice();

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
    json.requireWritable();
    json.requireWritable(choice.sources());
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
    json.write(result::toJson);
    return result.takeOvers().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
