package io.camber.app.command;

import io.camber.app.simulation.BundledScenarios;
import io.camber.app.simulation.InputFiles;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import io.camber.truth.ActorTruth;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What scenarios there are, what is in one, whether one is sound. */
@Command(
    name = "scenario",
    description = "Scenarios (OpenSCENARIO).",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ScenarioCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "list",
      description = "Lists the bundled scenarios.",
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : BundledScenarios.list()) {
      Scenario scenario = Scenario.load(BundledScenarios.resolve(name), Map.of());
      out.printf(Locale.ROOT, "%-24s %s%n", name, scenario.description());
    }
    out.flush();
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      description = "Shows a scenario's map, entities, ego and mission.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "SCENARIO", description = "file or bundled name") String name,
      @Option(
              names = "--set",
              paramLabel = "PARAM=VALUE",
              description = "value of a scenario parameter")
          @Nullable
          Map<String, String> parameters) {
    Path file = ScenarioChoice.existing(name);
    Scenario scenario = Scenario.load(file, orEmpty(parameters));
    RoadMap map = InputFiles.readMap(scenario.mapFile());
    ScenarioPlayer player = new ScenarioPlayer(scenario, map, 1, "");
    PrintWriter out = spec.commandLine().getOut();
    out.println("file      " + file);
    out.println("about     " + scenario.description());
    out.println("map       " + scenario.mapFile() + " (" + map.roads().size() + " roads, "
        + map.lanes().size() + " lanes)");
    out.println("ego       " + scenario.egoName());
    for (ActorTruth actor : player.entities()) {
      out.printf(
          Locale.ROOT,
          "entity    %-16s %-12s %.1f x %.1f x %.1f m at (%.1f, %.1f), %.1f m/s%n",
          actor.name(),
          actor.kind(),
          actor.size().lengthM(),
          actor.size().widthM(),
          actor.size().heightM(),
          actor.mapFromReference().x(),
          actor.mapFromReference().y(),
          actor.speedMps());
    }
    scenario.warnings().forEach(warning -> out.println("warning   " + warning));
    out.flush();
    return ExitCode.OK;
  }

  @Command(
      name = "check",
      description =
          "Reads a scenario and its map as a run would, and reports what is wrong. Exit 0 when sound, 2 when not.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(paramLabel = "SCENARIO", description = "file or bundled name") String name,
      @Option(
              names = "--set",
              paramLabel = "PARAM=VALUE",
              description = "value of a scenario parameter")
          @Nullable
          Map<String, String> parameters) {
    Scenario scenario = Scenario.load(ScenarioChoice.existing(name), orEmpty(parameters));
    RoadMap map = InputFiles.readMap(scenario.mapFile());
    new ScenarioPlayer(scenario, map, 1, "").step(ScenarioPlayer.STEP_NS);
    PrintWriter out = spec.commandLine().getOut();
    scenario.warnings().forEach(warning -> out.println("warning: " + warning));
    map.warnings().forEach(warning -> out.println("warning: " + warning));
    out.println("sound: " + scenario.entityNames().size() + " entities on "
        + InputFiles.stem(scenario.mapFile()));
    out.flush();
    return ExitCode.OK;
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> parameters) {
    return parameters == null ? Map.of() : new LinkedHashMap<>(parameters);
  }
}
