package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.document.Rule;
import io.camber.sim.scenario.entity.Motion;

/** SpeedCondition and AccelerationCondition. */
@Plays("SpeedCondition")
@Plays(
    value = "AccelerationCondition",
    support = Support.PARTLY,
    note = "vertical acceleration counts as 0")
final class DirectedTest {
  private DirectedTest() {}

  static EntityTest speed(Node node) {
    double value = node.number("value");
    Rule rule = node.oneOf("rule", Rule.class);
    Direction direction = node.oneOf("direction", Direction.class, Direction.TOTAL);
    return (stage, entity) -> {
      Motion motion = entity.seen();
      double speed = switch (direction) {
        case LONGITUDINAL -> motion.velocityLong();
        case LATERAL -> motion.velocityLat();
        case VERTICAL -> motion.velocityZ();
        case TOTAL -> motion.speedMps();
      };
      return rule.compare(speed, value);
    };
  }

  static EntityTest acceleration(Node node) {
    double value = node.number("value");
    Rule rule = node.oneOf("rule", Rule.class);
    Direction direction = node.oneOf("direction", Direction.class, Direction.TOTAL);
    if (direction == Direction.VERTICAL) {
      node.warn("vertical acceleration counts as 0");
    }
    return (stage, entity) -> {
      Motion motion = entity.seen();
      double accel = switch (direction) {
        case LONGITUDINAL -> motion.accelLong();
        case LATERAL -> motion.accelLat();
        case VERTICAL -> 0.0;
        case TOTAL -> motion.accelTotal();
      };
      return rule.compare(accel, value);
    };
  }
}
