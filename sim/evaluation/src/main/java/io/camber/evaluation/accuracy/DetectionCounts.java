package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.matching.BoxOverlap;
import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is found of what can be seen, as published, cumulative to 50, 100 and 500 m, by the distance of the centres or by the overlap of
 * the footprints: by class, where a detection must be of the class
 * of its actor, and over all classes, where it need not. The surest detection takes the best actor in sight; what is left may be
 * of an actor out of sight and then counts neither way.
 */
final class DetectionCounts {
  private static final int[] REACHES_M = {50, 100, 500};
  static final double RANGE_M_MAX = 500.0;

  /** Beyond 100 m a match may be as far off as this share of the range, nearer 2 m. */
  private static final double MATCH_SHARE = 0.02;

  private static final double MATCH_M_MIN = 2.0;
  private static final double WAY_M_MIN = 50.0;
  private static final Comparator<Placed> SUREST_FIRST =
      Comparator.comparingDouble((Placed one) -> one.detection().score()).reversed();

  private final String family;
  private final Rule rule;
  private final Map<ObjectClass, Stratum> classes = new EnumMap<>(ObjectClass.class);
  private final Stratum all = new Stratum();
  private Vec2 lastEye = Vec2.ZERO;
  private long lastNs = -1;
  private double wayM;

  /** A detection in the map frame. */
  record Placed(Detection detection, Box2 box, double rangeM) {}

  /**
   * An actor with its distance to the ego.
   *
   * @param freePoints how many of its points can be seen, at keyframes only, else 0
   */
  record Seen(ActorTruth actor, Box2 box, double rangeM, boolean visible, int freePoints) {}

  /** How far a detection is from being an actor; infinite when it is not. */
  private interface Rule {
    double off(Seen seen, Placed one);
  }

  private DetectionCounts(String family, Rule rule) {
    this.family = family;
    this.rule = rule;
  }

  /** Within 2 m, or 2 % of the range, of the centre. */
  static DetectionCounts byDistance() {
    return new DetectionCounts("detection.", (seen, one) -> {
      double distance =
          seen.box().center().position().distanceTo(one.box().center().position());
      double limit = Math.max(MATCH_M_MIN, MATCH_SHARE * seen.rangeM());
      return distance < limit ? distance : Double.POSITIVE_INFINITY;
    });
  }

  /** Intersection over union of the footprints of at least 0.5, of people and two-wheelers 0.3. */
  static DetectionCounts byOverlap() {
    return new DetectionCounts("detection.overlap.", (seen, one) -> {
      double share = BoxOverlap.share(seen.box(), one.box());
      boolean isAlike = share >= leastOverlap(seen.actor().objectClass());
      return isAlike ? 1.0 - share : Double.POSITIVE_INFINITY;
    });
  }

  private static double leastOverlap(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR, TRUCK, BUS, UNKNOWN -> 0.5;
      case MOTORCYCLE, BICYCLE, PEDESTRIAN -> 0.3;
    };
  }

  private static final class Cell {
    private int found;
    private int missed;
    private int claims;
    private int wrong;
    private double missedS;
  }

  /** One class, or all, to each reach. */
  private static final class Stratum {
    private final Cell[] cells = {new Cell(), new Cell(), new Cell()};

    void claim(double rangeM, boolean right) {
      for (int i = 0; i < REACHES_M.length; i++) {
        if (rangeM <= REACHES_M[i]) {
          cells[i].claims++;
          cells[i].wrong += right ? 0 : 1;
        }
      }
    }

    void look(double rangeM, boolean found, double stepS) {
      for (int i = 0; i < REACHES_M.length; i++) {
        if (rangeM <= REACHES_M[i]) {
          cells[i].found += found ? 1 : 0;
          cells[i].missed += found ? 0 : 1;
          cells[i].missedS += found ? 0.0 : stepS;
        }
      }
    }
  }

  /** Adds a sweep; whether each of the actors was found by its class. */
  boolean[] add(long timeNs, Vec2 eye, List<Seen> actors, List<Placed> placed) {
    double stepS = lastNs < 0 ? 0.0 : (timeNs - lastNs) * 1e-9;
    wayM += lastNs < 0 ? 0.0 : eye.distanceTo(lastEye);
    lastNs = timeNs;
    lastEye = eye;
    List<Placed> sorted = new ArrayList<>(placed);
    sorted.sort(SUREST_FIRST);
    boolean[] found = count(actors, sorted, stepS, true);
    count(actors, sorted, stepS, false);
    return found;
  }

  private boolean[] count(List<Seen> actors, List<Placed> placed, double stepS, boolean byClass) {
    boolean[] found = new boolean[actors.size()];
    for (Placed one : placed) {
      int match = nearest(one, actors, found, byClass, true);
      int hidden = match >= 0 ? match : nearest(one, actors, found, byClass, false);
      if (hidden >= 0) {
        found[hidden] = true;
      }
      if (match >= 0 || hidden < 0) {
        stratum(one.detection().objectClass(), byClass).claim(one.rangeM(), match >= 0);
      }
    }
    for (int i = 0; i < found.length; i++) {
      Seen seen = actors.get(i);
      if (seen.visible()) {
        stratum(seen.actor().objectClass(), byClass).look(seen.rangeM(), found[i], stepS);
      }
    }
    return found;
  }

  private int nearest(
      Placed one, List<Seen> actors, boolean[] found, boolean byClass, boolean visible) {
    double best = Double.POSITIVE_INFINITY;
    int match = -1;
    for (int i = 0; i < found.length; i++) {
      Seen seen = actors.get(i);
      boolean mayBe = !found[i]
          && seen.visible() == visible
          && (!byClass || seen.actor().objectClass() == one.detection().objectClass());
      if (mayBe) {
        double off = rule.off(seen, one);
        if (off < best) {
          best = off;
          match = i;
        }
      }
    }
    return match;
  }

  private Stratum stratum(ObjectClass objectClass, boolean byClass) {
    return byClass ? classes.computeIfAbsent(objectClass, unseen -> new Stratum()) : all;
  }

  /** Adds metrics. */
  void report(Findings findings) {
    report(findings, "all", all);
    classes.forEach((objectClass, stratum) ->
        report(findings, objectClass.name().toLowerCase(Locale.ROOT), stratum));
  }

  private void report(Findings findings, String label, Stratum stratum) {
    for (int i = 0; i < REACHES_M.length; i++) {
      Cell cell = stratum.cells[i];
      if (cell.claims + cell.found + cell.missed > 0) {
        report(findings, label + "." + REACHES_M[i] + "m", cell);
      }
    }
  }

  private void report(Findings findings, String stratum, Cell cell) {
    int looks = cell.found + cell.missed;
    double f1 = 2.0 * cell.found / (2.0 * cell.found + cell.wrong + cell.missed);
    share(findings, family + "precision." + stratum, cell.claims - cell.wrong, cell.claims);
    share(findings, family + "recall." + stratum, cell.found, looks);
    count(findings, family + "claims." + stratum, cell.claims);
    count(findings, family + "inSight." + stratum, looks);
    findings.add(higher(family + "f1." + stratum, looks == 0 ? Double.NaN : f1)
        .because("nobody of the class was in sight"));
    findings.add(
        lower(family + "missedTime." + stratum, looks == 0 ? Double.NaN : cell.missedS, "s")
            .because("nobody of the class was in sight"));
    findings.add(lower(
            family + "falsePerKm." + stratum,
            wayM >= WAY_M_MIN ? cell.wrong * 1000.0 / wayM : Double.NaN,
            "1/km")
        .because("the drive is shorter than 50 m"));
  }

  private static void share(Findings findings, String name, int right, int all) {
    if (all > 0) {
      findings.add(higher(name, (double) right / all));
    }
  }

  /** What a share is of, so that the shares of many drives can be pooled. */
  private static void count(Findings findings, String name, int count) {
    findings.add(Metric.free(name, count, "1", Owner.PERCEPTION, Metric.Better.NEITHER));
  }

  private static Metric higher(String name, double value) {
    return Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER);
  }

  private static Metric lower(String name, double value, String unit) {
    return Metric.free(name, value, unit, Owner.PERCEPTION, Metric.Better.LOWER);
  }
}
