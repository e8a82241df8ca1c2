package io.camber.app.sweep.run;

import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.SimulationResult;
import io.camber.app.sweep.plan.SweepCase;
import io.camber.diagnostics.BrokenConstraintException;
import io.camber.evaluation.judgement.Metric;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Drives scenarios with the stack and has them judged, one thread a run. */
public final class StackCases implements CaseRunner {
  private final Function<SweepCase, SimulationOptions> options;
  private final boolean reference;
  private final boolean watchesClosest;

  /**
   * A maker of runs.
   *
   * @param options of a run, as a run alone would have them
   * @param reference whether the drivers of reference are asked about each cut-in
   * @param watchesClosest whether it is measured how near others come to the ego
   */
  public StackCases(
      Function<SweepCase, SimulationOptions> options, boolean reference, boolean watchesClosest) {
    this.options = options;
    this.reference = reference;
    this.watchesClosest = watchesClosest;
  }

  @Override
  public CaseResult run(SweepCase run, BooleanSupplier givenUp) {
    CaseWatch watch = new CaseWatch(givenUp, reference, watchesClosest);
    try {
      SimulationResult result =
          new Simulation(options.apply(run)).progress(watch).run();
      if (result.isInterrupted()) {
        throw new GivenUpException();
      }
      return watch.complete(of(run.index(), result));
    } catch (BrokenConstraintException e) {
      return CaseResult.invalid(run.index(), String.valueOf(e.getMessage()));
    }
  }

  /** The figures of a judged run. */
  public static CaseResult of(long index, SimulationResult result) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put(CaseResult.DURATION, result.simulatedS());
    for (Metric metric : result.judgement().metrics()) {
      metric.value().ifPresent(value -> metrics.put(metric.name(), value));
    }
    return new CaseResult(
        index, result.outcome(), result.judgement().reason(), result.hash(), metrics);
  }
}
