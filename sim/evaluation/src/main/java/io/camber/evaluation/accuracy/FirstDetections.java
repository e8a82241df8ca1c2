package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.ObjectClass;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When and at which range each actor was found first: at the first of three detections in a row. The time counts from when it was in
 * sight within the range that nuScenes asks for; who was there for three sweeps in a row and never found so is told, too.
 */
final class FirstDetections {
  private static final int ROW = 3;
  private static final double NS = 1e-9;

  private final SortedMap<String, Watch> watches = new TreeMap<>();

  /** What is known of one actor; times in ns, negative while there is none. */
  private static final class Watch {
    private final ObjectClass objectClass;
    private int row;
    private double rowRangeM;
    private long rowNs = -1;
    private double firstRangeM = Double.NaN;
    private long firstNs = -1;
    private long inSightNs = -1;
    private int inSight;
    private boolean asked;

    Watch(ObjectClass objectClass) {
      this.objectClass = objectClass;
    }
  }

  private static final class Worst {
    private double rangeM = Double.NaN;
    private double waitS = Double.NaN;
    private int never;
    private boolean asked;
  }

  void add(long timeNs, DetectionCounts.Seen seen, boolean found) {
    Watch watch = watches.computeIfAbsent(
        seen.actor().name(), unseen -> new Watch(seen.actor().objectClass()));
    boolean near =
        seen.visible() && seen.rangeM() <= DetectionMeasure.benchmarkRangeM(watch.objectClass);
    watch.inSightNs = near && watch.inSightNs < 0 ? timeNs : watch.inSightNs;
    watch.inSight = near ? watch.inSight + 1 : 0;
    watch.asked |= watch.inSight >= ROW;
    if (found && watch.row == 0) {
      watch.rowRangeM = seen.rangeM();
      watch.rowNs = timeNs;
    }
    watch.row = found ? watch.row + 1 : 0;
    if (watch.row == ROW && watch.firstNs < 0) {
      watch.firstRangeM = watch.rowRangeM;
      watch.firstNs = watch.rowNs;
    }
  }

  /** Adds metrics: of each class the actor that was found last. */
  void report(Findings findings) {
    Map<ObjectClass, Worst> classes = new EnumMap<>(ObjectClass.class);
    for (Watch watch : watches.values()) {
      Worst worst = classes.computeIfAbsent(watch.objectClass, unseen -> new Worst());
      worst.asked |= watch.asked;
      if (watch.firstNs < 0) {
        worst.never += watch.asked ? 1 : 0;
      } else {
        worst.rangeM = least(worst.rangeM, watch.firstRangeM);
        if (watch.inSightNs >= 0) {
          double wait = Math.max(0.0, (watch.firstNs - watch.inSightNs) * NS);
          worst.waitS = -least(-worst.waitS, -wait);
        }
      }
    }
    classes.forEach((objectClass, worst) -> {
      String label = objectClass.name().toLowerCase(Locale.ROOT);
      add(findings, "detection.firstRangeMin." + label, worst.rangeM, "m", Metric.Better.HIGHER);
      add(findings, "detection.timeToFirstMax." + label, worst.waitS, "s", Metric.Better.LOWER);
      double never = worst.asked ? worst.never : Double.NaN;
      add(findings, "detection.neverFound." + label, never, "1", Metric.Better.LOWER);
    });
  }

  /** The smaller of two, where the first may not be known yet. */
  private static double least(double known, double value) {
    return Double.isNaN(known) ? value : Math.min(known, value);
  }

  private static void add(
      Findings findings, String name, double value, String unit, Metric.Better better) {
    findings.add(Metric.free(name, value, unit, Owner.PERCEPTION, better)
        .because("no actor of the class was in sight long enough or found three times in a row"));
  }
}
