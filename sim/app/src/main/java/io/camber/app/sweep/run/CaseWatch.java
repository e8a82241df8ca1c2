package io.camber.app.sweep.run;

import io.camber.app.simulation.Progress;
import io.camber.evaluation.reference.CarefulDriver;
import io.camber.evaluation.reference.CutInFinder;
import io.camber.map.RoadMap;
import io.camber.truth.TruthFrame;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Watches one driven run: ends it when nobody waits for it, and looks for a cut-in when the careful driver is to be asked. */
final class CaseWatch implements Progress {
  private final BooleanSupplier givenUp;
  private final boolean reference;
  private @Nullable CutInFinder finder;

  CaseWatch(BooleanSupplier givenUp, boolean reference) {
    this.givenUp = givenUp;
    this.reference = reference;
  }

  @Override
  public void at(double simulatedS, double untilS, double wallS) {
    if (givenUp.getAsBoolean()) {
      throw new GivenUpException();
    }
  }

  @Override
  public void world(TruthFrame frame, RoadMap map) {
    if (reference) {
      CutInFinder looking = finder == null ? new CutInFinder(map) : finder;
      finder = looking;
      looking.onTruth(frame);
    }
  }

  /** The result with what the careful driver would have made of the cut-in, if there was one. */
  CaseResult complete(CaseResult result) {
    CutInFinder asked = finder;
    if (asked == null || asked.found().isEmpty()) {
      return result;
    }
    SortedMap<String, Double> metrics = new TreeMap<>(result.metrics());
    metrics.put(
        CaseResult.CAREFUL_DRIVER_GAP, CarefulDriver.meets(asked.found().get()).smallestGapM());
    return new CaseResult(
        result.index(), result.outcome(), result.reason(), result.hash(), metrics);
  }
}
