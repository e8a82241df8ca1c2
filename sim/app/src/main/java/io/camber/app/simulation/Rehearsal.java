package io.camber.app.simulation;

import io.camber.app.simulation.Run.Inputs;
import io.camber.bus.node.NodeSpec;
import io.camber.sim.world.World;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The first seconds of a drive, watched, judged and recorded like the drive itself and then forgotten: what the jury and the
 * log run for the first time would otherwise be compiled while the car needs the processor.
 */
final class Rehearsal implements Closeable {
  private static final double NS = 1e-9;

  private final DrivePlan plan;
  private final RunFolder scratch;
  private final DriveLog log;

  private Rehearsal(DrivePlan plan, RunFolder scratch, DriveLog log) {
    this.plan = plan;
    this.scratch = scratch;
    this.log = log;
  }

  static Rehearsal of(SimulationOptions options, Inputs inputs, World world, List<NodeSpec> nodes) {
    try {
      RunFolder scratch = RunFolder.create(Files.createTempDirectory("camber-rehearsal"));
      DriveLog log = DriveLog.open(Optional.of(scratch), options, inputs);
      DrivePlan plan = new DrivePlan(
          options,
          world,
          inputs.mapFile(),
          nodes,
          List.of(log, Judging.of(world, inputs.map()), new Album()),
          Math.round(options.untilS() / NS));
      return new Rehearsal(plan, scratch, log);
    } catch (IOException e) {
      throw new UncheckedIOException("the rehearsal's log cannot be written", e);
    }
  }

  DrivePlan plan() {
    return plan;
  }

  /** Removes the log. */
  @Override
  public void close() throws IOException {
    log.close();
    scratch.remove();
  }
}
