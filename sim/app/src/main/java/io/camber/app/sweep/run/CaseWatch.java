package io.camber.app.sweep.run;

import io.camber.app.simulation.Progress;
import io.camber.evaluation.reference.CarefulDriver;
import io.camber.evaluation.reference.CutIn;
import io.camber.evaluation.reference.CutInFinder;
import io.camber.evaluation.reference.FuzzyDriver;
import io.camber.map.RoadMap;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Watches one driven run: ends it when nobody waits for it, and looks for a cut-in when the careful driver is to be asked. */
final class CaseWatch implements Progress {
  private final BooleanSupplier givenUp;
  private final boolean reference;
  private final boolean watchesClosest;
  private @Nullable CutInFinder finder;
  private @Nullable ClosestWatch closest;

  CaseWatch(BooleanSupplier givenUp, boolean reference, boolean watchesClosest) {
    this.givenUp = givenUp;
    this.reference = reference;
    this.watchesClosest = watchesClosest;
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
    if (watchesClosest && frame.ego().isPresent()) {
      ClosestWatch watching =
          closest == null ? new ClosestWatch(frame.ego().map(ActorTruth::name)) : closest;
      closest = watching;
      watching.look(frame.timeNs(), frame.actors());
    }
  }

  /** The result with the cut-in, if there was one, and what the drivers of reference would have made of it. */
  CaseResult complete(CaseResult result) {
    SortedMap<String, Double> metrics = new TreeMap<>(result.metrics());
    ClosestWatch watched = closest;
    if (watched != null) {
      watched.addTo(metrics);
    }
    CutInFinder asked = finder;
    if (asked != null && asked.found().isPresent()) {
      addDrivers(asked.found().get(), metrics);
    }
    return new CaseResult(
        result.index(), result.outcome(), result.reason(), result.hash(), metrics);
  }

  private static void addDrivers(CutIn cutIn, SortedMap<String, Double> metrics) {
    metrics.put(CaseResult.CAREFUL_DRIVER_GAP, CarefulDriver.meets(cutIn).smallestGapM());
    metrics.put(CaseResult.FUZZY_DRIVER_GAP, FuzzyDriver.meets(cutIn).smallestGapM());
    metrics.put("cutIn.headway", cutIn.headwayM());
    metrics.put("cutIn.closing", cutIn.closingMps());
    metrics.put("cutIn.lateral", cutIn.lateralSpeedMps());
  }
}
