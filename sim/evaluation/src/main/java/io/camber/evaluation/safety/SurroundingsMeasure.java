package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Who was around, for those who look for drives: distance to the nearest of each class, turning, junctions. Judges nothing. */
public final class SurroundingsMeasure implements Measure {
  private static final double RANGE_M_MAX = 100.0;

  @Override
  public void update(Situation situation, TimeSeries series) {
    Map<ObjectClass, Double> nearest = new EnumMap<>(ObjectClass.class);
    for (ActorTruth actor : situation.others()) {
      double distance = actor.footprint().distanceTo(situation.footprint());
      if (distance <= RANGE_M_MAX) {
        nearest.merge(actor.objectClass(), distance, Math::min);
      }
    }
    nearest.forEach((objectClass, distance) ->
        series.put("nearest." + objectClass.name().toLowerCase(Locale.ROOT), distance));
    series.put("yawRate", situation.ego().yawRateRadps());
    series.put("inJunction", situation.lane().inJunction() ? 1.0 : 0.0);
  }

  @Override
  public void report(Findings findings) {}
}
