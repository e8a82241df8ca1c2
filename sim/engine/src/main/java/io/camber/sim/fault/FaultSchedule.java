package io.camber.sim.fault;

import io.camber.sim.scene.Hash;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All faults of a run: those known from the start, and those that the scenario announces on its way. Owned by one thread. */
public final class FaultSchedule {
  private final Optional<FaultTargets> targets;
  private final long runSeed;
  private final List<FaultTruth> faults = new ArrayList<>();
  private final List<Lift> lifts = new ArrayList<>();
  private long toldNs = Long.MIN_VALUE;
  private boolean isChanged;

  public FaultSchedule(FaultTargets targets, long runSeed) {
    this(Optional.of(targets), runSeed);
  }

  private FaultSchedule(Optional<FaultTargets> targets, long runSeed) {
    this.targets = targets;
    this.runSeed = runSeed;
  }

  /** A schedule on which nothing ever breaks, for runs in which nothing drives that could suffer from it. */
  public static FaultSchedule empty() {
    return new FaultSchedule(Optional.empty(), 0);
  }

  /** For a time nothing strikes a target. Must be told before the fault is announced. */
  public FaultSchedule lift(Lift lift) {
    lifts.add(lift);
    return this;
  }

  /**
   * Announces a fault; its window counts from now.
   *
   * @throws io.camber.diagnostics.InputException when the run has no such target or the target no such fault
   */
  public void announce(Fault fault, long nowNs) {
    if (targets.isEmpty()) {
      return;
    }
    FaultKind kind = targets.get().check(fault);
    boolean atStart = targets.get().isOnceAtStart(fault.target(), kind);
    List<Lift> mine =
        lifts.stream().filter(lift -> lift.target().equals(fault.target())).toList();
    if (atStart && mine.stream().anyMatch(Lift::isForGood)) {
      return;
    }
    for (Lift.Span span : Lift.remaining(
        new Lift.Span(plus(nowNs, fault.fromNs()), plus(nowNs, fault.toNs())),
        atStart ? List.of() : mine)) {
      add(fault, kind, span, nowNs);
    }
  }

  private void add(Fault fault, FaultKind kind, Lift.Span span, long nowNs) {
    faults.add(new FaultTruth(
        fault.target(),
        fault.kind(),
        kind.code(),
        fault.severity().orElse(kind.severity()),
        span.startNs(),
        span.endNs(),
        // times of day make two equal faults of one run differ
        fault.seed().orElse(Hash.mix(Hash.mix(runSeed, Hash.of(fault.text())), nowNs))));
    isChanged = true;
  }

  private static long plus(long a, long b) {
    return b == Long.MAX_VALUE ? b : a + b;
  }

  public FaultTruths truths(long nowNs) {
    return new FaultTruths(nowNs, faults);
  }

  /** True when a fault was announced, begins or ends since this was asked last. */
  public boolean isNews(long nowNs) {
    boolean news = isChanged;
    for (FaultTruth fault : faults) {
      news |= fault.startNs() > toldNs && fault.startNs() <= nowNs;
      news |= fault.endNs() > toldNs && fault.endNs() <= nowNs;
    }
    isChanged = false;
    toldNs = nowNs;
    return news;
  }
}
