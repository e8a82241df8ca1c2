package io.camber.app.sweep.run;

import io.camber.app.input.InputFiles;
import io.camber.app.sweep.plan.SweepCase;
import io.camber.app.trajectory.TrajectoryFile;
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
import org.jspecify.annotations.Nullable;

/**
 * Plays storyboards without a stack and without a bus. Files are parsed and maps built once for all runs, and runs of one thread
 * that follow each other and differ in nothing but their seed share what was read of the scenario, too.
 */
public final class StoryboardCases implements CaseRunner {
  private static final double NS = 1e-9;
  private static final long SAMPLE_NS = 50_000_000L;
  private static final long CENTISECOND_NS = 10_000_000L;

  private final FileCache cache;
  private final double untilS;
  private final Optional<Path> trajectories;
  private final boolean watchesClosest;
  private final Map<Path, ScenarioTemplate> templates = new ConcurrentHashMap<>();
  private final Map<Path, RoadMap> maps = new ConcurrentHashMap<>();

  /**
   * A player that has read nothing yet.
   *
   * @param untilS ends a run at the latest
   * @param trajectories folder for one file a run; it exists
   * @param watchesClosest whether it is measured how near entities come to each other
   */
  public StoryboardCases(
      FileCache cache, double untilS, Optional<Path> trajectories, boolean watchesClosest) {
    this.cache = cache;
    this.untilS = untilS;
    this.trajectories = trajectories;
    this.watchesClosest = watchesClosest;
  }

  @Override
  public CaseResult run(SweepCase run, BooleanSupplier givenUp) {
    return ofOneThread().run(run, givenUp);
  }

  @Override
  public CaseRunner ofOneThread() {
    return new OfOneThread();
  }

  /** What was read of a scenario with parameters. */
  private record Latest(Path file, Map<String, String> parameters, Scenario scenario) {}

  /** Remembers the scenario that it read last. */
  private final class OfOneThread implements CaseRunner {
    private @Nullable Latest latest;

    @Override
    public CaseResult run(SweepCase run, BooleanSupplier givenUp) {
      Scenario scenario;
      try {
        scenario = read(run.scenario(), run.parameters());
      } catch (BrokenConstraintException e) {
        return CaseResult.invalid(run.index(), String.valueOf(e.getMessage()));
      }
      return play(run, scenario, givenUp);
    }

    private Scenario read(Path file, Map<String, String> parameters) {
      Latest known = latest;
      if (known != null && known.file().equals(file) && known.parameters().equals(parameters)) {
        return known.scenario();
      }
      Scenario scenario = templates
          .computeIfAbsent(file, path -> ScenarioTemplate.read(path, cache))
          .with(parameters);
      latest = new Latest(file, parameters, scenario);
      return scenario;
    }
  }

  private CaseResult play(SweepCase run, Scenario scenario, BooleanSupplier givenUp) {
    RoadMap map = scenario
        .findMapFile()
        .map(file -> maps.computeIfAbsent(file, InputFiles::readMap))
        .orElseGet(RoadMap::empty);
    ScenarioPlayer player = new ScenarioPlayer(scenario, map, run.seed(), "");
    Watches watches = new Watches(
        new ContactWatch(),
        new MotionHash(),
        watchesClosest ? Optional.of(new ClosestWatch(Optional.empty())) : Optional.empty());
    play(run, player, watches, givenUp);
    return result(run, scenario, player, watches);
  }

  /** Who looks on. */
  private record Watches(ContactWatch contacts, MotionHash hash, Optional<ClosestWatch> closest) {}

  private void play(
      SweepCase run, ScenarioPlayer player, Watches watches, BooleanSupplier givenUp) {
    long untilNs = Math.round(untilS / NS);
    try (TrajectoryFile file = TrajectoryFile.open(trajectoriesOf(run))) {
      observe(player, watches, file, false);
      boolean going = true;
      while (going && !player.finished() && player.timeNs() < untilNs) {
        long before = player.timeNs();
        player.step(before + ScenarioPlayer.STEP_NS);
        going = player.timeNs() > before;
        if (going) {
          observe(player, watches, file, false);
        }
        if (givenUp.getAsBoolean()) {
          throw new GivenUpException();
        }
      }
      if (player.timeNs() % SAMPLE_NS != 0) {
        observe(player, watches, file, true);
      }
      file.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Path> trajectoriesOf(SweepCase run) {
    return trajectories.map(
        folder -> folder.resolve(String.format(Locale.ROOT, "%06d.csv", run.index())));
  }

  private static void observe(
      ScenarioPlayer player, Watches watches, TrajectoryFile file, boolean isLast) {
    long now = player.timeNs();
    boolean sampled = isLast || now % SAMPLE_NS == 0;
    boolean due = isLast || watches.contacts().isDue(now);
    if (sampled || due) {
      var actors = player.entities();
      if (due) {
        watches.contacts().look(now, actors);
      }
      if (sampled) {
        watches.hash().add(now, actors);
        if (watches
            .closest()
            .isPresent()) { // no lambda: the first compiler makes its object by reflection
          watches.closest().get().look(now, actors);
        }
        file.write(now, actors);
      }
    }
  }

  private static CaseResult result(
      SweepCase run, Scenario scenario, ScenarioPlayer player, Watches watches) {
    List<String> touched = watches.contacts().touched();
    SortedMap<String, Double> metrics = new TreeMap<>();
    double endS = player.timeNs() * NS;
    metrics.put(CaseResult.DURATION, endS);
    metrics.put(CaseResult.COLLISIONS, (double) touched.size());
    metrics.put(CaseResult.WARNINGS, (double) scenario.warnings().size());
    watches.closest().ifPresent(watch -> watch.addTo(metrics));
    String end = player.finished() ? "played to its end, " : "still going at ";
    String contact = touched.isEmpty() ? "" : "; touched: " + String.join(", ", touched);
    return new CaseResult(
        run.index(),
        Outcome.PASS,
        end + seconds(player.timeNs()) + contact,
        watches.hash().text(),
        metrics);
  }

  /** With two digits behind the point: steps are hundredths of a second. A formatter would take as long as many steps. */
  private static String seconds(long timeNs) {
    long hundredths = timeNs / CENTISECOND_NS;
    long rest = hundredths % 100;
    return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + " s";
  }
}
