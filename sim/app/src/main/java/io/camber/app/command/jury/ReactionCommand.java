package io.camber.app.command.jury;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.JsonChoice;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.command.option.ThreadChoice;
import io.camber.app.reaction.Reaction;
import io.camber.app.reaction.TwinDrives;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.diagnostics.InputException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From sight to brake. */
@Command(
    name = "reaction",
    description =
        "Drives a scenario with and without one of its entities and tells how long the car took from seeing it to braking.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber reaction pedestrian-crossing --entity Child",
      "  camber reaction pedestrian-crossing --entity Child --limit 700 --latency detection=80",
      "",
      "Exit codes: 0 it reacted, 4 not at all or later than --limit, 2 bad input. docs/metrics.md says what counts."
    })
public final class ReactionCommand implements Callable<Integer> {
  @Mixin
  private ScenarioChoice choice = new ScenarioChoice();

  @Mixin
  private ThreadChoice threads = new ThreadChoice();

  @Option(
      names = "--entity",
      paramLabel = "ENTITY",
      required = true,
      description = "the entity of the scenario to react to")
  private String entity = "";

  @Option(
      names = "--limit",
      paramLabel = "MS",
      description = "the command to brake must not come later after sight")
  private double limitMs = Double.POSITIVE_INFINITY;

  @Mixin
  private JsonChoice json = new JsonChoice();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (choice.isStoryboardOnly()) {
      throw new InputException("--ego none: nobody drives, so nobody reacts");
    }
    json.requireWritable();
    json.requireWritable(choice.sources());
    SimulationOptions options = choice.options(threads.count());
    Optional<Reaction> found = new TwinDrives(() -> new Simulation(options)).reactionTo(entity);
    var print = spec.commandLine().getOut();
    print.print(
        found
            .map(Reaction::text)
            .orElse(
                "no reaction while in sight: with and without " + entity
                    + " the car brakes alike, or it braked before (true objects are known before they are seen)\n"));
    print.flush();
    found.ifPresent(reaction -> json.write(reaction::toJson));
    return found.isPresent() && found.get().commandMs() <= limitMs ? ExitCode.OK : ExitCode.FAILED;
  }
}
