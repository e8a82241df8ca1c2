package io.camber.sim.traffic.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where lanes share ground: lanes of one junction, lanes that leave one lane and lanes that enter one. Two centre lines
 * nearer than a car's width and a margin share ground, unless one passes above the other.
 */
final class ConflictFinder {
  /** Two cars of 1.9 m pass each other with 0.9 m between them when their lines are so far apart. */
  private static final double APART_M = 2.8;

  /** Of the narrower lane, where lanes are narrow: parallel lanes are no conflict. */
  private static final double APART_OF_WIDTH = 0.85;

  private static final double APART_M_MIN = 2.3;
  private static final double LEVEL_M = 3.0;

  private final List<Strip> strips;
  private final Links links;
  private final Shapes shapes;
  private final List<List<Conflict>> found = new ArrayList<>();
  private final double[] width;

  private ConflictFinder(List<Strip> strips, Links links, Shapes shapes) {
    this.strips = strips;
    this.links = links;
    this.shapes = shapes;
    this.width = new double[strips.size()];
    for (Strip strip : strips) {
      found.add(new ArrayList<>());
      width[strip.index()] = strip.widthM();
    }
  }

  /** Conflicts of every strip, in order of its index, without ranks. */
  static List<List<Conflict>> find(List<Strip> strips, Links links, Shapes shapes) {
    return new ConflictFinder(strips, links, shapes).search();
  }

  private List<List<Conflict>> search() {
    Map<String, List<Integer>> byJunction = new LinkedHashMap<>();
    for (Strip strip : strips) {
      Optional<String> junction = strip.first().lane().junctionId();
      junction.ifPresent(
          id -> byJunction.computeIfAbsent(id, key -> new ArrayList<>()).add(strip.index()));
    }
    byJunction.values().forEach(this::pairs);
    for (Strip strip : strips) {
      pairs(links.next.get(strip.index()));
      pairs(links.previous.get(strip.index()));
    }
    return found;
  }

  private void pairs(List<Integer> members) {
    for (int i = 0; i < members.size(); i++) {
      for (int k = i + 1; k < members.size(); k++) {
        compare(members.get(i), members.get(k));
      }
    }
  }

  private void compare(int a, int b) {
    boolean known = found.get(a).stream().anyMatch(conflict -> conflict.other() == b);
    boolean consecutive = links.next.get(a).contains(b) || links.next.get(b).contains(a);
    if (known || consecutive || a == b) {
      return;
    }
    ConflictKind kind = kind(a, b);
    double[] zone = zone(a, b, kind);
    if (zone.length == 0) {
      return;
    }
    found.get(a).add(new Conflict(b, kind, zone[0], zone[1], zone[2], zone[3], 0));
    found.get(b).add(new Conflict(a, kind, zone[2], zone[3], zone[0], zone[1], 0));
  }

  private ConflictKind kind(int a, int b) {
    if (share(links.previous.get(a), links.previous.get(b))) {
      return ConflictKind.DIVERGE;
    }
    return share(links.next.get(a), links.next.get(b)) ? ConflictKind.MERGE : ConflictKind.CROSS;
  }

  private static boolean share(List<Integer> a, List<Integer> b) {
    return a.stream().anyMatch(b::contains);
  }

  private double[] zone(int a, int b, ConflictKind kind) {
    double[] onA = near(a, b, kind);
    double[] onB = near(b, a, kind);
    if (onA.length == 0 || onB.length == 0) {
      return new double[0];
    }
    return new double[] {onA[0], onA[1], onB[0], onB[1]};
  }

  /** Stations of {@code a} from where to where {@code b} is near; empty when nowhere. */
  private double[] near(int a, int b, ConflictKind kind) {
    double apart =
        Math.max(APART_M_MIN, Math.min(APART_M, APART_OF_WIDTH * Math.min(width[a], width[b])));
    int first = shapes.start[a];
    int end = shapes.start[a + 1];
    int from = -1;
    int to = -1;
    for (int n = 0; n < end - first; n++) {
      int i = kind == ConflictKind.MERGE ? end - 1 - n : first + n;
      if (isNear(i, b, apart)) {
        from = from < 0 ? i : Math.min(from, i);
        to = Math.max(to, i);
      } else if (from >= 0 && kind != ConflictKind.CROSS) {
        break;
      } else if (kind != ConflictKind.CROSS) {
        return new double[0];
      }
    }
    if (from < 0) {
      return new double[0];
    }
    double h = shapes.step[a];
    return new double[] {
      Math.max(0.0, (from - first - 1) * h), Math.min((end - 1 - first) * h, (to - first + 1) * h)
    };
  }

  private boolean isNear(int i, int b, double apart) {
    for (int k = shapes.start[b]; k < shapes.start[b + 1]; k++) {
      double dx = shapes.x[i] - shapes.x[k];
      double dy = shapes.y[i] - shapes.y[k];
      if (dx * dx + dy * dy < apart * apart && Math.abs(shapes.z[i] - shapes.z[k]) < LEVEL_M) {
        return true;
      }
    }
    return false;
  }
}
