package io.camber.sim.traffic.ambient;

import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.sim.traffic.network.LaneNetwork.Spot;
import io.camber.truth.ActorTruth;
import java.util.List;

/** Brings the actors of a scenario onto the lanes of traffic: what they occupy, and where they are about to go. */
final class ForeignBodies {
  /** Room that traffic leaves beside a body. */
  private static final double BESIDE_M = 0.3;

  /** Somebody on foot is expected to go on for so long. */
  private static final double WALK_S = 1.5;

  /** Lines so far ahead of an actor count on it. */
  private static final double AHEAD_M = 80.0;

  private static final int DEPTH_MAX = 6;

  private final RoadMap map;
  private final LaneNetwork network;
  private final Traffic traffic;

  ForeignBodies(RoadMap map, Traffic traffic) {
    this.map = map;
    this.network = traffic.network();
    this.traffic = traffic;
  }

  void show(List<ActorTruth> actors) {
    traffic.forgetForeign();
    for (ActorTruth actor : actors) {
      show(actor);
    }
  }

  private void show(ActorTruth actor) {
    Box2 box = actor.footprint();
    boolean walks = actor.objectClass() == ObjectClass.PEDESTRIAN;
    double reach =
        0.5 * box.widthM() + BESIDE_M + (walks ? WALK_S * Math.abs(actor.speedMps()) : 0.0);
    for (LanePosition position : map.projectAll(box.center().x(), box.center().y(), reach)) {
      if (!position.lane().isDrivable()) {
        continue;
      }
      Spot spot = network.find(position.lane().id(), position.s());
      if (spot.lane() < 0) {
        continue;
      }
      double turned = Angles.difference(
          box.center().yaw(), position.lane().centerAt(position.s()).yaw());
      double along = StrictMath.cos(turned);
      double half =
          0.5 * (box.lengthM() * Math.abs(along) + box.widthM() * Math.abs(StrictMath.sin(turned)));
      double speed = Math.max(0.0, along * actor.speedMps());
      traffic.addForeign(spot.lane(), spot.s() + half, speed, 2.0 * half);
      boolean drives = !walks && along > 0.7 && Math.abs(position.d()) < 1.5;
      if (drives && !network.isControlled(spot.lane())) {
        expect(spot.lane(), network.lengthM(spot.lane()) - spot.s() - half, speed, 0);
      }
    }
  }

  private void expect(int lane, double distance, double speed, int depth) {
    if (distance > AHEAD_M || depth > DEPTH_MAX) {
      return;
    }
    for (int i = 0; i < network.nextCount(lane); i++) {
      int next = network.next(lane, i);
      if (network.isControlled(next)) {
        traffic.expectForeign(next, distance, speed);
      } else {
        expect(next, distance + network.lengthM(next), speed, depth + 1);
      }
    }
  }
}
