package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who was around, for those who look for drives: distance to the nearest of each class, turning, junctions. Judges nothing. */
public final class SurroundingsMeasure implements Measure {
  private static final double RANGE_M_MAX = 100.0;
  private static final double ROUNDING_M = 1e-3;
  private static final double NOT_THERE = Double.POSITIVE_INFINITY;
  private static final int NOBODY = -1;
  private static final List<ObjectClass> CLASSES = List.of(ObjectClass.values());
  private static final List<String> COLUMNS = CLASSES.stream()
      .map(objectClass -> "nearest." + objectClass.name().toLowerCase(Locale.ROOT))
      .toList();

  @Override
  public void update(Situation situation, TimeSeries series) {
    int others = situation.others().size();
    double[] leastM = new double[others];
    int[] likeliest = new int[CLASSES.size()];
    Arrays.fill(likeliest, NOBODY);
    for (int i = 0; i < others; i++) {
      int place = CLASSES.indexOf(situation.others().get(i).objectClass());
      leastM[i] = atLeastM(situation.boxes().get(i), situation.footprint());
      likeliest[place] =
          likeliest[place] == NOBODY || leastM[i] < leastM[likeliest[place]] ? i : likeliest[place];
    }
    double[] nearestM = new double[CLASSES.size()];
    for (int place = 0; place < nearestM.length; place++) {
      nearestM[place] =
          likeliest[place] == NOBODY ? NOT_THERE : distanceM(situation, likeliest[place], leastM);
    }
    for (int i = 0; i < others; i++) {
      int place = CLASSES.indexOf(situation.others().get(i).objectClass());
      if (i != likeliest[place] && leastM[i] < nearestM[place]) {
        nearestM[place] = Math.min(nearestM[place], distanceM(situation, i, leastM));
      }
    }
    for (int place = 0; place < nearestM.length; place++) {
      if (nearestM[place] < NOT_THERE) {
        series.put(COLUMNS.get(place), nearestM[place]);
      }
    }
    series.put("yawRate", situation.ego().yawRateRadps());
    series.put("inJunction", situation.lane().inJunction() ? 1.0 : 0.0);
  }

  /** Infinite beyond the range. */
  private static double distanceM(Situation situation, int other, double[] leastM) {
    if (leastM[other] > RANGE_M_MAX) {
      return NOT_THERE;
    }
    double distance = situation.boxes().get(other).distanceTo(situation.footprint());
    return distance <= RANGE_M_MAX ? distance : NOT_THERE;
  }

  /** No more than the distance of the boxes. */
  private static double atLeastM(Box2 a, Box2 b) {
    double middles = a.center().position().distanceTo(b.center().position());
    return middles - a.radius() - b.radius() - ROUNDING_M;
  }

  @Override
  public void report(Findings findings) {}
}
