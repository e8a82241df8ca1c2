package io.camber.app.sweep.run;

import io.camber.geometry.Box2;
import io.camber.truth.ActorTruth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which entities touched each other. Looks as often as their distance demands: while nobody can reach anybody within
 * {@value #AHEAD_S_MAX} s, that is the time to the next look.
 */
final class ContactWatch {
  private static final double AHEAD_S_MAX = 0.1;
  /** What two may gain on each other beyond their speeds within that time, and turn. */
  private static final double MARGIN_M = 2.0;
  /** More height between two entities than this and they are on different levels of road. */
  private static final double LEVEL_M = 3.0;

  private static final double NS = 1e-9;

  private final SortedSet<String> touched = new TreeSet<>();
  private long nextNs;

  boolean isDue(long timeNs) {
    return timeNs >= nextNs;
  }

  void look(long timeNs, List<ActorTruth> actors) {
    double freeS = AHEAD_S_MAX;
    for (int i = 0; i < actors.size(); i++) {
      for (int k = i + 1; k < actors.size(); k++) {
        freeS = Math.min(freeS, look(actors.get(i), actors.get(k)));
      }
    }
    nextNs = timeNs + (long) (freeS / NS);
  }

  /** Seconds within which the two cannot meet. */
  private double look(ActorTruth a, ActorTruth b) {
    double dx = a.mapFromReference().x() - b.mapFromReference().x();
    double dy = a.mapFromReference().y() - b.mapFromReference().y();
    double gap = Math.sqrt(dx * dx + dy * dy) - reach(a) - reach(b) - MARGIN_M;
    double closing = Math.abs(a.speedMps()) + Math.abs(b.speedMps());
    if (gap > closing * AHEAD_S_MAX) {
      return AHEAD_S_MAX;
    }
    boolean level = Math.abs(a.mapFromReference().z() - b.mapFromReference().z()) <= LEVEL_M;
    if (level) {
      Box2 own = a.footprint();
      if (own.intersects(b.footprint())) {
        touched.add(a.name() + " and " + b.name());
      }
    }
    return gap > 0.0 && closing > 0.0 ? gap / closing : 0.0;
  }

  /** From the reference point to the furthest corner, at most. */
  private static double reach(ActorTruth actor) {
    double length = actor.size().lengthM();
    double width = actor.size().widthM();
    return 0.5 * Math.sqrt(length * length + width * width)
        + Math.abs(actor.centerOffsetM())
        + Math.abs(actor.centerOffsetLeftM());
  }

  /** Pairs that touched, ordered by name. */
  List<String> touched() {
    return List.copyOf(touched);
  }
}
