package io.camber.app.agreement;

import io.camber.app.agreement.Happening.Change;
import io.camber.geometry.Box2;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells when the boxes of two entities begin and cease to overlap. */
final class Contacts {
  /** More height between two entities than this and they are on different levels of road. */
  private static final double LEVEL_M = 3.0;

  private final Set<String> touching = new TreeSet<>();

  /** What has changed since the last look. */
  List<Happening> look(double timeS, List<ActorTruth> actors) {
    List<Box2> boxes = actors.stream().map(ActorTruth::footprint).toList();
    Set<String> now = new TreeSet<>();
    for (int i = 0; i < boxes.size(); i++) {
      for (int k = i + 1; k < boxes.size(); k++) {
        if (isLevel(actors.get(i), actors.get(k)) && boxes.get(i).intersects(boxes.get(k))) {
          now.add(Happening.contact(actors.get(i).name(), actors.get(k).name()));
        }
      }
    }
    List<Happening> changes = new ArrayList<>();
    for (String pair : now) {
      if (touching.add(pair)) {
        changes.add(new Happening(timeS, pair, Change.TOUCHED));
      }
    }
    for (String pair : List.copyOf(touching)) {
      if (!now.contains(pair)) {
        touching.remove(pair);
        changes.add(new Happening(timeS, pair, Change.PARTED));
      }
    }
    return changes;
  }

  private static boolean isLevel(ActorTruth one, ActorTruth other) {
    return Math.abs(one.mapFromReference().z() - other.mapFromReference().z()) <= LEVEL_M;
  }
}
