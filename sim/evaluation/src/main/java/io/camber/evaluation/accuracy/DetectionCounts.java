package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What is found of what can be seen, as published, cumulative to 50, 100 and 500 m: by class, where a detection must be of the class
 * of its actor, and over all classes, where it need not. The surest detection takes the nearest actor in sight; what is left may be
 * of an actor out of sight and then counts neither way.
 */
final class DetectionCounts {
  private static final int[] REACHES_M = {50, 100, 500};
  static final double RANGE_M_MAX = 500.0;

  /** Beyond 100 m a match may be as far off as this share of the range, nearer 2 m. */
  private static final double MATCH_SHARE = 0.02;

  private static final double MATCH_M_MIN = 2.0;
  private static final double WAY_M_MIN = 50.0;
  private static final int ALL = ObjectClass.values().length;
  private static final Comparator<Placed> SUREST_FIRST =
      Comparator.comparingDouble((Placed one) -> one.detection().score()).reversed();

  private final Cell[][] cells = new Cell[ALL + 1][REACHES_M.length];
  private Vec2 lastEye = Vec2.ZERO;
  private long lastNs = -1;
  private double wayM;

  /** A detection in the map frame. */
  record Placed(Detection detection, Box2 box, double rangeM) {}

  /** An actor with its distance to the ego and whether it can be seen. */
  record Seen(ActorTruth actor, Box2 box, double rangeM, boolean visible) {}

  private static final class Cell {
    private int found;
    private int missed;
    private int claims;
    private int wrong;
    private double missedS;
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

  private boolean[] count(
      List<Seen> actors, List<Placed> placed, double stepS, boolean byClass) {
    boolean[] found = new boolean[actors.size()];
    for (Placed one : placed) {
      int match = nearest(one, actors, found, byClass, true);
      int hidden = match >= 0 ? match : nearest(one, actors, found, byClass, false);
      if (hidden >= 0) {
        found[hidden] = true;
      }
      if (match >= 0 || hidden < 0) {
        int row = byClass ? one.detection().objectClass().ordinal() : ALL;
        claim(row, one.rangeM(), match >= 0);
      }
    }
    for (int i = 0; i < found.length; i++) {
      Seen seen = actors.get(i);
      if (seen.visible()) {
        int row = byClass ? seen.actor().objectClass().ordinal() : ALL;
        look(row, seen.rangeM(), found[i], stepS);
      }
    }
    return found;
  }

  private static int nearest(
      Placed one, List<Seen> actors, boolean[] found, boolean byClass, boolean visible) {
    double best = Double.POSITIVE_INFINITY;
    int match = -1;
    for (int i = 0; i < found.length; i++) {
      Seen seen = actors.get(i);
      boolean mayBe = !found[i]
          && seen.visible() == visible
          && (!byClass || seen.actor().objectClass() == one.detection().objectClass());
      if (mayBe) {
        double distance = seen.box().center().position().distanceTo(one.box().center().position());
        if (distance < Math.max(MATCH_M_MIN, MATCH_SHARE * seen.rangeM()) && distance < best) {
          best = distance;
          match = i;
        }
      }
    }
    return match;
  }

  private void claim(int row, double rangeM, boolean right) {
    for (int reach = 0; reach < REACHES_M.length; reach++) {
      if (rangeM <= REACHES_M[reach]) {
        Cell cell = cell(row, reach);
        cell.claims++;
        cell.wrong += right ? 0 : 1;
      }
    }
  }

  private void look(int row, double rangeM, boolean found, double stepS) {
    for (int reach = 0; reach < REACHES_M.length; reach++) {
      if (rangeM <= REACHES_M[reach]) {
        Cell cell = cell(row, reach);
        cell.found += found ? 1 : 0;
        cell.missed += found ? 0 : 1;
        cell.missedS += found ? 0.0 : stepS;
      }
    }
  }

  private Cell cell(int row, int reach) {
    Cell known = cells[row][reach];
    if (known == null) {
      known = new Cell();
      cells[row][reach] = known;
    }
    return known;
  }

  /** Adds metrics. */
  void report(Findings findings) {
    for (int row = 0; row <= ALL; row++) {
      for (int reach = 0; reach < REACHES_M.length; reach++) {
        Cell cell = cells[row][reach];
        if (cell != null) {
          report(findings, label(row) + "." + REACHES_M[reach] + "m", cell);
        }
      }
    }
  }

  private void report(Findings findings, String stratum, Cell cell) {
    int looks = cell.found + cell.missed;
    double f1 = 2.0 * cell.found / (2.0 * cell.found + cell.wrong + cell.missed);
    share(findings, "detection.precision." + stratum, cell.claims - cell.wrong, cell.claims);
    share(findings, "detection.recall." + stratum, cell.found, looks);
    findings.add(higher("detection.f1." + stratum, looks == 0 ? Double.NaN : f1)
        .because("nobody of the class was in sight"));
    findings.add(lower("detection.missedTime." + stratum, looks == 0 ? Double.NaN : cell.missedS, "s")
        .because("nobody of the class was in sight"));
    findings.add(lower(
            "detection.falsePerKm." + stratum,
            wayM >= WAY_M_MIN ? cell.wrong * 1000.0 / wayM : Double.NaN,
            "1/km")
        .because("the drive is shorter than 50 m"));
  }

  private static void share(Findings findings, String name, int right, int all) {
    if (all > 0) {
      findings.add(higher(name, (double) right / all));
    }
  }

  private static String label(int row) {
    return row == ALL ? "all" : ObjectClass.values()[row].name().toLowerCase(Locale.ROOT);
  }

  private static Metric higher(String name, double value) {
    return Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER);
  }

  private static Metric lower(String name, double value, String unit) {
    return Metric.free(name, value, unit, Owner.PERCEPTION, Metric.Better.LOWER);
  }
}
