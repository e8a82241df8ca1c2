package io.camber.app.simulation;

import io.camber.app.simulation.watch.Judging;
import io.camber.app.simulation.watch.LiveWatch;
import io.camber.app.simulation.watch.LogWatch;
import io.camber.app.simulation.watch.Watch;
import io.camber.app.trajectory.TrajectoryLog;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.evaluation.Jury;
import io.camber.evaluation.JuryConfig;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.recording.RecorderConfig;
import io.camber.scene.MapFile;
import io.camber.sim.world.World;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One prepared run: executes it on the bus, has it judged, leaves its folder complete or not at all. */
final class Run {
  private static final double NS = 1e-9;

  /** What was read from disk. */
  record Inputs(MapFile mapFile, RoadMap map) {}

  /** What came of it, with what the report needs to tell the story. */
  private record Execution(SimulationResult result, Watch.Seen seen) {}

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
      new RunOutputs(folder.get(), inputs.map()).write(execution.result(), execution.seen());
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
    Watch watch = watch(folder);
    Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    long startNs = System.nanoTime();
    Drive drive = drive(folder, watch, interruption);
    double wallS = (System.nanoTime() - startNs) * NS;
    Watch.Seen seen = watch.finish(drive.endNs(), drive.failure(), interruption.happened());
    SimulationResult result = new SimulationResult(
        options,
        startedAt,
        seen.judgement(),
        drive.hash(),
        drive.messages(),
        drive.endNs() * NS,
        wallS,
        interruption.happened(),
        drive.failures(),
        drive.pacing(),
        Optional.empty());
    return new Execution(result, seen);
  }

  private Watch watch(Optional<RunFolder> folder) {
    boolean isLogged = mode instanceof RunMode.Realtime && options.record();
    Optional<Jury> jury = Judging.of(world, inputs.map()).jury();
    if (isLogged && folder.isPresent() && jury.isPresent()) {
      return new LogWatch(folder.get().file(RunFolder.DRIVE), jury.get(), inputs.map());
    }
    return new LiveWatch(world, inputs.map(), juryConfig(), folder.isPresent());
  }

  /** On the wall clock nodes take the time that they take, not what they declare. */
  private JuryConfig juryConfig() {
    return mode instanceof RunMode.Realtime
        ? JuryConfig.DEFAULT
        : JuryConfig.DEFAULT.withComputeNs(Latencies.ofAll(options.conditions().latenciesMs()));
  }

  private Drive drive(Optional<RunFolder> folder, Watch watch, Interruption interruption)
      throws IOException {
    try (DriveLog log = DriveLog.open(folder, options, inputs, recording());
        TrajectoryLog trajectories = TrajectoryLog.open(options.trajectories())) {
      List<MessageListener> listeners = new ArrayList<>(watch.listeners());
      listeners.addAll(List.<MessageListener>of(log, trajectories, this::tell));
      listeners.addAll(watchers);
      DrivePlan plan = new DrivePlan(
          options,
          world,
          inputs.mapFile(),
          nodes,
          faults,
          listeners,
          Math.round(options.untilS() / NS));
      Drive drive = drive(plan, interruption);
      trajectories.finish();
      return drive;
    }
  }

  /** On the logical clock nothing is lost by waiting for the disk; on the wall clock everything is. */
  private RecorderConfig recording() {
    return mode instanceof RunMode.Realtime
        ? RecorderConfig.DEFAULT.dropping()
        : RecorderConfig.DEFAULT;
  }

  private void tell(BusMessage<?> message) {
    if (message.topic().equals(Topics.TRUTH_FRAME) && message.value() instanceof TruthFrame frame) {
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
