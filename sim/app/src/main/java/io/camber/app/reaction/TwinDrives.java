package io.camber.app.reaction;

import io.camber.app.simulation.Simulation;
import java.util.Optional;
import java.util.function.Supplier;

/** Drives twice, with somebody and without. */
public final class TwinDrives {
  /** As far as perception looks. */
  private static final double REACH_M = 120.0;

  private final Supplier<Simulation> drive;

  /** @param drive makes the same drive each time; may keep nothing on disk */
  public TwinDrives(Supplier<Simulation> drive) {
    this.drive = drive;
  }

  /**
   * The reaction to one entity; empty when the drives do not part by a brake while it is in sight.
   *
   * @throws io.camber.diagnostics.InputException when the scenario has no such entity
   */
  public Optional<Reaction> reactionTo(String entity) {
    DriveTrace without = new DriveTrace(entity, REACH_M);
    drive.get().without(entity).watch(without).run();
    DriveTrace with = new DriveTrace(entity, REACH_M);
    drive.get().watch(with).run();
    return Reaction.of(entity, with, without);
  }
}
