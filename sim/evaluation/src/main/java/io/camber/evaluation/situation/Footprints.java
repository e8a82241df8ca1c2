package io.camber.evaluation.situation;

import io.camber.geometry.Box2;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Footprints of actors from frame to frame; who did not move since the frame before keeps the same box. Owned by one thread. */
public final class Footprints {
  private List<ActorTruth> actors = List.of();
  private List<Box2> boxes = List.of();

  /** The footprint of each. */
  public List<Box2> of(List<ActorTruth> now) {
    List<Box2> made = new ArrayList<>(now.size());
    for (int i = 0; i < now.size(); i++) {
      made.add(
          i < actors.size() && isSame(actors.get(i), now.get(i))
              ? boxes.get(i)
              : now.get(i).footprint());
    }
    actors = now;
    boxes = Collections.unmodifiableList(made);
    return boxes;
  }

  private static boolean isSame(ActorTruth a, ActorTruth b) {
    return a.mapFromReference().x() == b.mapFromReference().x()
        && a.mapFromReference().y() == b.mapFromReference().y()
        && a.mapFromReference().yaw() == b.mapFromReference().yaw()
        && a.centerOffsetM() == b.centerOffsetM()
        && a.centerOffsetLeftM() == b.centerOffsetLeftM()
        && a.size().equals(b.size());
  }
}
