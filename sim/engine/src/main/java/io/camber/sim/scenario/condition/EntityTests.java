package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Rule;
import io.camber.sim.scenario.entity.Entity;

/** Reads the content of EntityCondition elements. */
@Plays({"EndOfRoadCondition", "OffroadCondition", "StandStillCondition", "TraveledDistanceCondition"
})
final class EntityTests {
  private EntityTests() {}

  static EntityTest read(Node node) {
    return switch (node.name()) {
      case "EndOfRoadCondition" -> since(node, Entity::endOfRoadSince, true);
      case "OffroadCondition" -> {
        node.reading().askOffRoad();
        yield since(node, Entity::offRoadSince, false);
      }
      case "StandStillCondition" -> since(node, Entity::standStillSince, false);
      case "CollisionCondition" -> CollisionTest.read(node);
      case "TimeHeadwayCondition" -> TimeHeadwayTest.read(node);
      case "TimeToCollisionCondition" -> TimeToCollisionTest.read(node);
      case "AccelerationCondition" -> DirectedTest.acceleration(node);
      case "SpeedCondition" -> DirectedTest.speed(node);
      case "RelativeSpeedCondition" -> RelativeSpeedTest.read(node);
      case "TraveledDistanceCondition" -> travelled(node);
      case "ReachPositionCondition" -> ReachPositionTest.read(node);
      case "DistanceCondition" -> DistanceTest.toPosition(node);
      case "RelativeDistanceCondition" -> DistanceTest.toEntity(node);
      case "RelativeClearanceCondition" -> RelativeClearanceTest.read(node);
      case "AngleCondition" -> AngleTest.read(node);
      case "RelativeAngleCondition" -> AngleTest.readRelative(node);
      default -> throw node.error("<" + node.name() + "> is not an entity condition");
    };
  }

  private interface Beginning {
    double of(Entity entity);
  }

  /** How long a state of the entity has lasted; at least, or longer than, the duration. */
  private static EntityTest since(Node node, Beginning beginning, boolean inclusive) {
    double duration = node.number("duration");
    double threshold = inclusive ? duration - 1e-6 : duration;
    return (stage, entity) -> {
      double begun = beginning.of(entity);
      return !Double.isNaN(begun) && stage.timeS() - begun > threshold;
    };
  }

  private static EntityTest travelled(Node node) {
    double distance = node.number("value");
    return (stage, entity) -> Rule.GREATER_OR_EQUAL.compare(entity.seen().odometerM(), distance);
  }
}
