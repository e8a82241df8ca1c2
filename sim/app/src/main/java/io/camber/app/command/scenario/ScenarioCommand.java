package io.camber.app.command.scenario;

import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ScenarioChoice;
import io.camber.app.command.option.ScenarioParameters;
import io.camber.app.input.BundledScenarios;
import io.camber.app.input.InputFiles;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Playback;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import io.camber.truth.ActorTruth;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What scenarios there are, what is in one, whether they are sound, how they go without a driver. */
@Command(
    name = "scenario",
    description = "Scenarios (OpenSCENARIO).",
    mixinStandardHelpOptions = true,
    subcommands = {ScenarioImporting.class, ScenarioExtracting.class, ScenarioAgreeing.class},
    synopsisSubcommandLabel = "COMMAND")
public final class ScenarioCommand extends CommandFamily {
  @Command(
      name = "list",
      description = "Lists the bundled scenarios.",
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = out();
    for (String name : BundledScenarios.list()) {
      Scenario scenario = Scenario.load(BundledScenarios.resolve(name), Map.of());
      out.printf(Locale.ROOT, "%-24s %s%n", name, scenario.description());
    }
    return done();
  }

  @Command(
      name = "show",
      description = "Shows a scenario's map, entities, ego and mission.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "SCENARIO", description = "file or bundled name") String name,
      @Mixin ScenarioParameters parameters) {
    Path file = ScenarioChoice.existing(name);
    Scenario scenario = Scenario.load(file, parameters.values());
    RoadMap map = new Playback(InputFiles::readMap).map(scenario);
    ScenarioPlayer player = new ScenarioPlayer(scenario, map, 1, "");
    PrintWriter out = out();
    out.println("file      " + file);
    out.println("about     " + scenario.description());
    String mapName = scenario.findMapFile().map(Path::toString).orElse("none: an empty plane");
    out.println("map       " + mapName + " (" + map.roads().size() + " roads, "
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
    return done();
  }

  @Command(
      name = "check",
      description =
          "Checks scenarios and catalogs: rules of the standard, the reader, and the first steps on the map. Exit 0 when sound, 2 when not.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              paramLabel = "SCENARIO",
              arity = "1..*",
              description = "files, bundled names, folders or lists (.json)")
          List<String> names,
      @Mixin ScenarioParameters parameters,
      @Option(
              names = "--rule",
              paramLabel = "RULE",
              description =
                  "only this rule: its identifier, or the last part of it; exit 2 also when it only warns")
          @Nullable
          String rule,
      @Option(names = "--strict", description = "warnings count as errors") boolean strict) {
    return new ScenarioChecking(out(), Optional.ofNullable(rule), strict)
        .run(ScenarioFiles.resolve(names), parameters.values());
  }

  @Command(
      name = "play",
      description =
          "Plays storyboards alone, without a driver, all in one process. Exit 0 when every one could be played, else 2.",
      mixinStandardHelpOptions = true)
  int play(
      @Parameters(
              paramLabel = "SCENARIO",
              arity = "1..*",
              description = "files, bundled names, folders or lists (.json)")
          List<String> names,
      @Mixin ScenarioParameters parameters,
      @Option(
              names = "--until",
              paramLabel = "S",
              defaultValue = "120",
              description = "end after this many simulated seconds (default: ${DEFAULT-VALUE})")
          double untilS,
      @Option(
              names = "--trajectories",
              paramLabel = "FOLDER",
              description = "write FOLDER/NAME.csv for every scenario")
          @Nullable
          Path folder) {
    return new ScenarioPlaying(out(), untilS, Optional.ofNullable(folder))
        .run(ScenarioFiles.resolve(names), parameters.values());
  }
}
