package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Who was around, for those who look for drives: distance to the nearest of each class, turning, junctions. Judges nothing. */
public final class SurroundingsMeasure implements Measure {
  private static final double RANGE_M_MAX = 100.0;
  private static final double ROUNDING_M = 1e-3;

  @Override
  public void update(Situation situation, TimeSeries series) {
    Map<ObjectClass, Double> nearest = new EnumMap<>(ObjectClass.class);
    for (int i = 0; i < situation.others().size(); i++) {
      ObjectClass objectClass = situation.others().get(i).objectClass();
      Box2 box = situation.boxes().get(i);
      if (atLeastM(box, situation.footprint()) <= nearest.getOrDefault(objectClass, RANGE_M_MAX)) {
        double distance = box.distanceTo(situation.footprint());
        if (distance <= RANGE_M_MAX) {
          nearest.merge(objectClass, distance, Math::min);
        }
      }
    }
    nearest.forEach((objectClass, distance) ->
        series.put("nearest." + objectClass.name().toLowerCase(Locale.ROOT), distance));
    series.put("yawRate", situation.ego().yawRateRadps());
    series.put("inJunction", situation.lane().inJunction() ? 1.0 : 0.0);
  }

  /** No more than the distance of the boxes. */
  private static double atLeastM(Box2 a, Box2 b) {
    double middles = a.center().position().distanceTo(b.center().position());
    return middles - a.radius() - b.radius() - ROUNDING_M;
  }

  @Override
  public void report(Findings findings) {}
}
