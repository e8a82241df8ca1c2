package io.camber.app.simulation;

import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.execution.NodeFailureException;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.execution.RunHash;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.Jury;
import io.camber.evaluation.judgement.Judgement;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.scene.MapFile;
import io.camber.sim.node.WorldNode;
import io.camber.sim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One prepared run: executes it on the bus, has it judged, leaves its folder complete or not at all. */
final class Run {
  private static final long SLICE_NS = 100_000_000L;
  private static final double NS = 1e-9;

  /** What was read from disk. */
  record Inputs(MapFile mapFile, RoadMap map) {}

  /** What came of it, with what the report needs to tell the story. */
  private record Execution(SimulationResult result, Album album, Optional<Jury> jury) {}

  private final SimulationOptions options;
  private final Inputs inputs;
  private final World world;
  private final List<NodeSpec> nodes;
  private final Progress progress;
  private final long untilNs;

  Run(
      SimulationOptions options,
      Inputs inputs,
      World world,
      List<NodeSpec> nodes,
      Progress progress) {
    this.options = options;
    this.inputs = inputs;
    this.world = world;
    this.nodes = nodes;
    this.progress = progress;
    this.untilNs = Math.round(options.untilS() / NS);
  }

  SimulationResult run() {
    Optional<RunFolder> folder = options.out().map(RunFolder::create);
    try (Interruption interruption = Interruption.arm()) {
      Execution execution = execute(folder, interruption);
      if (folder.isEmpty()) {
        return execution.result();
      }
      new RunOutputs(folder.get(), inputs.map())
          .write(execution.result(), execution.album().pictures(), execution.jury());
      Path complete = folder.get().complete();
      return execution.result().withFolder(complete);
    } catch (IOException e) {
      discard(folder);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      discard(folder);
      throw e;
    }
  }

  private static void discard(Optional<RunFolder> folder) {
    if (folder.isPresent()) {
      try {
        folder.get().discard();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Execution execute(Optional<RunFolder> folder, Interruption interruption)
      throws IOException {
    LockstepConfig config = new LockstepConfig(
        options.seed(), options.threads(), true, Optional.of(Topics.DIAGNOSTICS));
    try (LockstepExecutor executor = new LockstepExecutor(config);
        DriveLog log = DriveLog.open(folder, options, inputs);
        TrajectoryLog trajectories = TrajectoryLog.open(options.trajectories())) {
      RunHash hash = new RunHash();
      Judging judging = Judging.of(world, inputs.map());
      Album album = new Album();
      List.of(hash, log, trajectories, judging, album).forEach(executor::addListener);
      executor.add(
          WorldNodes.world(new WorldNode(world, inputs.mapFile(), untilNs, executor::requestStop)));
      nodes.forEach(executor::add);
      long startNs = System.nanoTime();
      Optional<String> failure = advance(executor, interruption, startNs);
      double wallS = (System.nanoTime() - startNs) * NS;
      Judgement judgement = failure
          .map(Judgement::error)
          .orElseGet(() -> judging.finish(executor.timeNs(), interruption.happened()));
      SimulationResult result = new SimulationResult(
          options,
          judgement,
          hash.hex(),
          hash.count(),
          executor.timeNs() * NS,
          wallS,
          interruption.happened(),
          executor.failures(),
          Optional.empty());
      return new Execution(result, album, judging.jury());
    }
  }

  /** The message of the failure that ended the run, if one did. */
  private Optional<String> advance(
      LockstepExecutor executor, Interruption interruption, long startNs) {
    try {
      for (long next = 0; isGoing(executor, interruption) && next <= untilNs; next += SLICE_NS) {
        executor.runUntil(next);
        progress.at(executor.timeNs() * NS, options.untilS(), (System.nanoTime() - startNs) * NS);
      }
      return Optional.empty();
    } catch (NodeFailureException e) {
      if (e.getCause() instanceof InputException mistake) {
        throw mistake;
      }
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isGoing(LockstepExecutor executor, Interruption interruption) {
    return !executor.isStopRequested() && !interruption.happened();
  }
}
