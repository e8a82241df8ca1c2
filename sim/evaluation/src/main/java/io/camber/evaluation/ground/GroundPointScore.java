package io.camber.evaluation.ground;

import io.camber.scene.GroundPoints;
import io.camber.truth.PointClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points called ground against those that are, up to {@value #RANGE_M} m whatever range was looked at, altogether and by range, and
 * points that stand against those not called ground, by their height above the ground. Where nothing was said, nothing is called ground.
 * Points of droplets and mirrors are nothing and count for nothing.
 */
final class GroundPointScore {
  static final double RANGE_M = 110.0;

  private final Confusion all = new Confusion();
  private final List<Reach> reaches = List.of(
      new Reach("0-20m", 20.0, new Confusion()),
      new Reach("20-50m", 50.0, new Confusion()),
      new Reach("50m-up", Double.POSITIVE_INFINITY, new Confusion()));
  private final List<Band> bands = List.of(
      new Band("0.1-0.3", 0.1, 0.3, new Confusion()),
      new Band("0.3-0.6", 0.3, 0.6, new Confusion()),
      new Band("0.6+", 0.6, Double.POSITIVE_INFINITY, new Confusion()));

  /** What stands where no ground is known within 3 m. */
  private final Confusion unknownHeight = new Confusion();

  /** Ranges up to one, from that of the reach before. */
  private record Reach(String label, double endM, Confusion confusion) {}

  /** Heights above the ground; of {@code confusion}, what stands is what is there. */
  private record Band(String label, double fromM, double endM, Confusion confusion) {}

  /** Takes in a sweep and returns its F1; null when nobody said anything of it. */
  double add(LabelledSweep sweep, @Nullable GroundPoints points, TrueGround ground) {
    Confusion these = new Confusion();
    for (int i = 0; i < sweep.size; i++) {
      PointClass hit = sweep.pointClass(i);
      if (sweep.rangeM[i] >= RANGE_M || hit.isFalse()) {
        continue;
      }
      boolean isCalled = points != null && points.isGround(i);
      all.add(hit.isGround(), isCalled);
      these.add(hit.isGround(), isCalled);
      reach(sweep.rangeM[i]).add(hit.isGround(), isCalled);
      if (hit.isStanding()) {
        addStanding(ground.above(sweep.x[i], sweep.y[i], sweep.z[i]), !isCalled);
      }
    }
    return these.f1();
  }

  private Confusion reach(double rangeM) {
    for (Reach reach : reaches) {
      if (rangeM < reach.endM()) {
        return reach.confusion();
      }
    }
    throw new IllegalStateException("rangeM=" + rangeM + " is beyond all");
  }

  private void addStanding(double heightM, boolean isKept) {
    if (Double.isNaN(heightM)) {
      unknownHeight.add(true, isKept);
      return;
    }
    for (Band band : bands) {
      if (heightM >= band.fromM() && heightM < band.endM()) {
        band.confusion().add(true, isKept);
      }
    }
  }

  /** The shares by the names of their metrics; NaN where nothing was counted. */
  Map<String, Double> shares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("ground.precision", all.precision());
    shares.put("ground.recall", all.recall());
    shares.put("ground.f1", all.f1());
    for (Band band : bands) {
      shares.put("ground.obstacleRecall." + band.label(), band.confusion().recall());
    }
    shares.put("ground.obstacleRecall.unknown", unknownHeight.recall());
    for (Reach reach : reaches) {
      shares.put("ground.precision." + reach.label(), reach.confusion().precision());
      shares.put("ground.recall." + reach.label(), reach.confusion().recall());
    }
    return shares;
  }
}
