package io.camber.evaluation.situation;

import io.camber.geometry.Box2;
import io.camber.map.routing.FrenetPoint;
import io.camber.map.routing.LanePath;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Others in coordinates of a path, from frame to frame: who has the same box on the same path is not sought again. */
final class Neighbours {
  private @Nullable LanePath path;
  private List<Box2> boxes = List.of();
  private @Nullable Neighbour[] last = new Neighbour[0];

  /** Those within a distance of the ego's middle, in order. */
  List<Neighbour> within(
      double rangeM, Box2 ego, LanePath along, List<ActorTruth> actors, List<Box2> now) {
    @Nullable Neighbour[] found = new Neighbour[now.size()];
    List<Neighbour> near = new ArrayList<>(now.size());
    for (int i = 0; i < found.length; i++) {
      Box2 box = now.get(i);
      if (box.center().position().distanceTo(ego.center().position()) <= rangeM) {
        Neighbour neighbour = known(i, along, box, actors.get(i));
        found[i] = neighbour;
        near.add(neighbour);
      }
    }
    path = along;
    boxes = now;
    last = found;
    return near;
  }

  private Neighbour known(int i, LanePath along, Box2 box, ActorTruth actor) {
    Neighbour before =
        path == along && i < last.length && boxes.get(i).equals(box) ? last[i] : null;
    return before == null
        ? of(along, actor, box, along.toFrenet(box.center().x(), box.center().y()))
        : new Neighbour(
            actor,
            before.s(),
            before.d(),
            before.turn(),
            before.halfAlongM(),
            before.halfAcrossM());
  }

  /** One whose middle is at that point of the path. */
  static Neighbour of(LanePath along, ActorTruth actor, Box2 box, FrenetPoint point) {
    double turn = box.center().yaw() - along.yawAt(point.s());
    double cos = StrictMath.cos(turn);
    double sin = Math.abs(StrictMath.sin(turn));
    double halfAlong = 0.5 * (box.lengthM() * Math.abs(cos) + box.widthM() * sin);
    double halfAcross = 0.5 * (box.lengthM() * sin + box.widthM() * Math.abs(cos));
    return new Neighbour(actor, point.s(), point.d(), turn, halfAlong, halfAcross);
  }
}
