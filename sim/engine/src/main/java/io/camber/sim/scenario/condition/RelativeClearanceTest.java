package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RelativeClearanceCondition: no other entity in a range of lanes and distances around the entity. */
@Plays({"RelativeClearanceCondition", "RelativeLaneRange"})
record RelativeClearanceTest(
    List<String> others,
    int laneFrom,
    int laneTo,
    double backwardM,
    double forwardM,
    boolean freeSpace,
    boolean oppositeLanes)
    implements EntityTest {
  RelativeClearanceTest {
    others = List.copyOf(others);
  }

  static RelativeClearanceTest read(Node node) {
    List<String> others = new ArrayList<>();
    node.all("EntityRef").forEach(reference -> others.add(reference.entity("entityRef")));
    Optional<Node> range = node.find("RelativeLaneRange");
    int from = range.map(lanes -> lanes.integer("from", -100)).orElse(-100);
    int to = range.map(lanes -> lanes.integer("to", 100)).orElse(100);
    if (from > to) {
      throw node.error("<RelativeLaneRange> runs from " + from + " to " + to);
    }
    return new RelativeClearanceTest(
        others,
        from,
        to,
        node.number("distanceBackward", 0.0),
        node.number("distanceForward", 0.0),
        node.truth("freeSpace", false),
        node.truth("oppositeLanes", false));
  }

  @Override
  public boolean holds(Stage stage, Entity entity) {
    for (Entity other : stage.everyEntity()) {
      boolean meant = others.isEmpty() || others.contains(other.name());
      if (other != entity && other.isPresent() && meant && isInside(entity, other)) {
        return false;
      }
    }
    RoadCursor cursor = entity.seen().cursor();
    for (int lane = laneFrom; lane <= laneTo; lane++) {
      int number = cursor.laneNumber() + lane;
      boolean sameSide = Integer.signum(number) == Integer.signum(cursor.laneNumber());
      if (number != 0 && cursor.hasLane(number) && (oppositeLanes || sameSide)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInside(Entity entity, Entity other) {
    double reach = Math.max(backwardM, forwardM) + 50.0;
    Optional<RoadDistance> found =
        RoadDistance.between(entity.seen().cursor(), other.seen().cursor(), reach);
    if (found.isEmpty()) {
      return false;
    }
    RoadDistance distance = found.get();
    double ds = freeSpace ? withoutBoxes(distance.ds(), entity, other) : distance.ds();
    return ds >= -backwardM
        && ds <= forwardM
        && distance.lanes() >= laneFrom
        && distance.lanes() <= laneTo
        && (oppositeLanes || !distance.oppositeSide());
  }

  private static double withoutBoxes(double ds, Entity entity, Entity other) {
    double half = (entity.model().size().lengthM() + other.model().size().lengthM()) / 2.0;
    double centers = ds + other.model().centerX() - entity.model().centerX();
    if (Math.abs(centers) <= half) {
      return 0.0;
    }
    return centers > 0.0 ? centers - half : centers + half;
  }
}
