package io.camber.app.command.scenario;

import io.camber.app.command.option.ExitCode;
import io.camber.app.input.InputFiles;
import io.camber.app.trajectory.TrajectoryFile;
import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.Playback;
import io.camber.sim.scenario.Playback.Outcome;
import io.camber.sim.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plays storyboards one after the other and says how each ended. */
final class ScenarioPlaying {
  private final PrintWriter out;
  private final double untilS;
  private final Optional<Path> folder;
  private final Playback playback = new Playback(InputFiles::readMap);

  ScenarioPlaying(PrintWriter out, double untilS, Optional<Path> folder) {
    if (!(untilS > 0.0)) {
      throw new InputException("--until " + untilS + " must be above 0");
    }
    this.out = out;
    this.untilS = untilS;
    this.folder = folder;
  }

  int run(Map<String, Path> files, Map<String, String> parameters) {
    int refused = 0;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      try {
        Scenario scenario = Scenario.load(file.getValue(), parameters);
        Outcome outcome = play(file.getKey(), scenario);
        out.printf(
            Locale.ROOT,
            "%s: played %.2f s, %s, %d warnings%n",
            file.getKey(),
            outcome.simulatedS(),
            outcome.finished() ? "storyboard ended" : "still going on",
            scenario.warnings().size());
      } catch (InputException e) {
        refused++;
        out.println(file.getKey() + ": refused: " + e.getMessage());
      }
      out.flush();
    }
    out.println(files.size() - refused + " played, " + refused + " refused");
    out.flush();
    return refused == 0 ? ExitCode.OK : ExitCode.USAGE;
  }

  private Outcome play(String name, Scenario scenario) {
    if (folder.isEmpty()) {
      return playback.play(scenario, untilS);
    }
    Path csv = folder.get().resolve(name + ".csv");
    try {
      try (TrajectoryFile file = TrajectoryFile.open(Optional.of(csv))) {
        Outcome outcome = playback.play(scenario, untilS, file::write);
        file.finish();
        return outcome;
      }
    } catch (IOException e) {
      throw new InputException(csv + " cannot be written: " + e.getMessage(), e);
    }
  }
}
