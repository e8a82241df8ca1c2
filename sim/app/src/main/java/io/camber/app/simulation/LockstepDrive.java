package io.camber.app.simulation;

import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.execution.NodeFailureException;
import io.camber.bus.execution.RunHash;
import io.camber.diagnostics.InputException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Drives on the logical clock. */
final class LockstepDrive {
  private static final long SLICE_NS = 100_000_000L;
  private static final double NS = 1e-9;

  private final DrivePlan plan;
  private final NodeBodies bodies;
  private final Progress progress;
  private final BooleanSupplier stopped;

  LockstepDrive(DrivePlan plan, NodeBodies bodies, Progress progress, BooleanSupplier stopped) {
    this.plan = plan;
    this.bodies = bodies;
    this.progress = progress;
    this.stopped = stopped;
  }

  Drive drive() {
    LockstepConfig config = new LockstepConfig(
        plan.options().seed(),
        bodies.threads(plan.options().threads(), plan.nodes().size()),
        true,
        StandardTopics.RUNTIME);
    try (LockstepExecutor executor = new LockstepExecutor(config)) {
      RunHash hash = new RunHash();
      executor.addListener(hash);
      plan.listeners().forEach(executor::addListener);
      executor.add(WorldNodes.world(plan.worldNode(executor::requestStop)));
      bodies.begin(plan.nodes());
      plan.nodes().forEach(node -> executor.add(node, bodies.body(node, config.terms())));
      Optional<String> failure = advance(executor);
      return new Drive(
          executor.timeNs(),
          failure,
          executor.failures(),
          Optional.empty(),
          hash.hex(),
          hash.count());
    }
  }

  /** The message of the failure that ended the run, if one did. */
  private Optional<String> advance(LockstepExecutor executor) {
    long startNs = System.nanoTime();
    double untilS = plan.options().untilS();
    try {
      for (long next = 0; isGoing(executor) && next <= plan.untilNs(); next += SLICE_NS) {
        executor.runUntil(next);
        progress.at(executor.timeNs() * NS, untilS, (System.nanoTime() - startNs) * NS);
      }
      return Optional.empty();
    } catch (NodeFailureException e) {
      if (e.getCause() instanceof InputException mistake) {
        throw mistake;
      }
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private boolean isGoing(LockstepExecutor executor) {
    return !executor.isStopRequested() && !stopped.getAsBoolean();
  }
}
