package io.camber.app.simulation;

import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.evaluation.Jury;
import io.camber.evaluation.judgement.Judgement;
import io.camber.map.RoadMap;
import io.camber.recording.RecorderConfig;
import io.camber.scene.MapFile;
import io.camber.sim.world.World;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One prepared run: executes it on the bus, has it judged, leaves its folder complete or not at all. */
final class Run {
  private static final double NS = 1e-9;

  /** What was read from disk. */
  record Inputs(MapFile mapFile, RoadMap map) {}

  /** What came of it, with what the report needs to tell the story. */
  private record Execution(
      SimulationResult result, Album album, Optional<Jury> jury, TicketWatch tickets) {}

  private final SimulationOptions options;
  private final Inputs inputs;
  private final World world;
  private final List<NodeSpec> nodes;
  private final RunFaults faults;
  private final RunMode mode;
  private final Progress progress;
  private final List<MessageListener> watchers = new ArrayList<>();

  Run(
      SimulationOptions options,
      Inputs inputs,
      World world,
      List<NodeSpec> nodes,
      RunFaults faults,
      RunMode mode,
      Progress progress) {
    this.options = options;
    this.inputs = inputs;
    this.world = world;
    this.nodes = nodes;
    this.faults = faults;
    this.mode = mode;
    this.progress = progress;
  }

  /** Adds who sees every message besides the run's own listeners. */
  Run watchedBy(List<MessageListener> others) {
    watchers.addAll(others);
    return this;
  }

  SimulationResult run() {
    Optional<RunFolder> folder = options.out().map(RunFolder::create);
    try (Interruption interruption = Interruption.arm()) {
      Execution execution = execute(folder, interruption);
      if (folder.isEmpty()) {
        return execution.result();
      }
      new RunOutputs(folder.get(), inputs.map())
          .write(
              execution.result(),
              execution.album().pictures(),
              execution.jury(),
              execution.tickets());
      Path complete = folder.get().complete();
      return execution.result().withFolder(complete);
    } catch (IOException e) {
      discard(folder);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      discard(folder);
      throw e;
    } finally {
      world.close();
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
    try (DriveLog log = DriveLog.open(folder, options, inputs, recording());
        TrajectoryLog trajectories = TrajectoryLog.open(options.trajectories())) {
      Judging judging = Judging.of(world, inputs.map());
      Album album = new Album();
      TicketWatch tickets = new TicketWatch(inputs.map());
      List<MessageListener> listeners =
          new ArrayList<>(List.of(log, trajectories, judging, album, this::tell));
      if (folder.isPresent()) {
        listeners.add(tickets);
      }
      listeners.addAll(watchers);
      DrivePlan plan = new DrivePlan(
          options,
          world,
          inputs.mapFile(),
          nodes,
          faults,
          listeners,
          Math.round(options.untilS() / NS));
      long startNs = System.nanoTime();
      Drive drive = drive(plan, interruption);
      double wallS = (System.nanoTime() - startNs) * NS;
      Judgement judgement = drive
          .failure()
          .map(Judgement::error)
          .orElseGet(() -> judging.finish(drive.endNs(), interruption.happened()));
      SimulationResult result = new SimulationResult(
          options,
          judgement,
          drive.hash(),
          drive.messages(),
          drive.endNs() * NS,
          wallS,
          interruption.happened(),
          drive.failures(),
          drive.pacing(),
          Optional.empty());
      return new Execution(result, album, judging.jury(), tickets);
    }
  }

  /** On the logical clock nothing is lost by waiting for the disk; on the wall clock everything is. */
  private RecorderConfig recording() {
    return mode instanceof RunMode.Realtime
        ? RecorderConfig.DEFAULT.dropping()
        : RecorderConfig.DEFAULT;
  }

  private void tell(BusMessage<?> message) {
    if (message.value() instanceof TruthFrame frame) {
      progress.world(frame, inputs.map());
    }
  }

  private Drive drive(DrivePlan plan, Interruption interruption) {
    if (mode instanceof RunMode.Realtime realtime) {
      return new RealtimeDrive(plan, realtime.hosts(), progress, interruption).drive();
    }
    NodeBodies bodies =
        mode instanceof RunMode.Lockstep lockstep ? lockstep.bodies() : NodeBodies.HERE;
    return new LockstepDrive(plan, bodies, progress, interruption::happened).drive();
  }
}
