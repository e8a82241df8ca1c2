package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Rule;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;

/** RelativeSpeedCondition: own speed less that of another entity, in total or along the other's axes. */
@Plays("RelativeSpeedCondition")
record RelativeSpeedTest(String other, Rule rule, double valueMps, Direction direction)
    implements EntityTest {
  static RelativeSpeedTest read(Node node) {
    return new RelativeSpeedTest(
        node.entity("entityRef"),
        node.oneOf("rule", Rule.class),
        node.number("value"),
        node.oneOf("direction", Direction.class, Direction.TOTAL));
  }

  @Override
  public boolean holds(Stage stage, Entity entity) {
    Motion own = entity.seen();
    Motion target = stage.entity(other).seen();
    double c = StrictMath.cos(target.cursor().yaw());
    double n = StrictMath.sin(target.cursor().yaw());
    double vx = own.velocityX() - target.velocityX();
    double vy = own.velocityY() - target.velocityY();
    double difference = switch (direction) {
      case LONGITUDINAL -> vx * c + vy * n;
      case LATERAL -> vy * c - vx * n;
      case VERTICAL -> own.velocityZ() - target.velocityZ();
      case TOTAL -> own.speedMps() - target.speedMps();
    };
    return rule.compare(difference, valueMps);
  }
}
