package io.camber.app.sweep.run;

import io.camber.app.simulation.InputFiles;
import io.camber.app.sweep.plan.SweepCase;
import io.camber.diagnostics.BrokenConstraintException;
import io.camber.evaluation.judgement.Outcome;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import io.camber.sim.scenario.ScenarioTemplate;
import io.camber.sim.scenario.document.FileCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Plays storyboards without a stack and without a bus. Files are parsed and maps built once for all runs. */
public final class StoryboardCases implements CaseRunner {
  private static final double NS = 1e-9;
  private static final long SAMPLE_NS = 50_000_000L;

  private final FileCache cache;
  private final double untilS;
  private final Optional<Path> trajectories;
  private final Map<Path, ScenarioTemplate> templates = new ConcurrentHashMap<>();
  private final Map<Path, RoadMap> maps = new ConcurrentHashMap<>();

  /**
   * A player that has read nothing yet.
   *
   * @param untilS ends a run at the latest
   * @param trajectories folder for one file a run; it exists
   */
  public StoryboardCases(FileCache cache, double untilS, Optional<Path> trajectories) {
    this.cache = cache;
    this.untilS = untilS;
    this.trajectories = trajectories;
  }

  @Override
  public CaseResult run(SweepCase run, BooleanSupplier givenUp) {
    Scenario scenario;
    try {
      scenario = templates
          .computeIfAbsent(run.scenario(), file -> ScenarioTemplate.read(file, cache))
          .with(run.parameters());
    } catch (BrokenConstraintException e) {
      return CaseResult.invalid(run.index(), String.valueOf(e.getMessage()));
    }
    RoadMap map = maps.computeIfAbsent(scenario.mapFile(), InputFiles::readMap);
    ScenarioPlayer player = new ScenarioPlayer(scenario, map, run.seed(), "");
    ContactWatch contacts = new ContactWatch();
    MotionHash hash = new MotionHash();
    play(run, player, contacts, hash, givenUp);
    return result(run, scenario, player, contacts.touched(), hash);
  }

  private void play(
      SweepCase run,
      ScenarioPlayer player,
      ContactWatch contacts,
      MotionHash hash,
      BooleanSupplier givenUp) {
    long untilNs = Math.round(untilS / NS);
    try (TrajectoryFile file = TrajectoryFile.open(trajectories, run.index())) {
      observe(player, contacts, hash, file, false);
      boolean going = true;
      while (going && !player.finished() && player.timeNs() < untilNs) {
        long before = player.timeNs();
        player.step(before + ScenarioPlayer.STEP_NS);
        going = player.timeNs() > before;
        if (going) {
          observe(player, contacts, hash, file, false);
        }
        if (givenUp.getAsBoolean()) {
          throw new GivenUpException();
        }
      }
      if (player.timeNs() % SAMPLE_NS != 0) {
        observe(player, contacts, hash, file, true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void observe(
      ScenarioPlayer player,
      ContactWatch contacts,
      MotionHash hash,
      TrajectoryFile file,
      boolean isLast) {
    long now = player.timeNs();
    boolean sampled = isLast || now % SAMPLE_NS == 0;
    boolean due = isLast || contacts.isDue(now);
    if (sampled || due) {
      var actors = player.entities();
      if (due) {
        contacts.look(now, actors);
      }
      if (sampled) {
        hash.add(now, actors);
        file.write(now, actors);
      }
    }
  }

  private static CaseResult result(
      SweepCase run,
      Scenario scenario,
      ScenarioPlayer player,
      List<String> touched,
      MotionHash hash) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    double endS = player.timeNs() * NS;
    metrics.put(CaseResult.DURATION, endS);
    metrics.put(CaseResult.COLLISIONS, (double) touched.size());
    metrics.put("warnings", (double) scenario.warnings().size());
    String end = String.format(
        Locale.ROOT,
        player.finished() ? "played to its end, %.2f s" : "still going at %.2f s",
        endS);
    String contact = touched.isEmpty() ? "" : "; touched: " + String.join(", ", touched);
    return new CaseResult(run.index(), Outcome.PASS, end + contact, hash.text(), metrics);
  }
}
