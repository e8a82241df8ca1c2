package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.document.Rule;
import io.camber.sim.scenario.entity.DistanceKind;
import io.camber.sim.scenario.entity.Distances;
import io.camber.sim.scenario.entity.Distances.Measure;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;

/** TimeHeadwayCondition: distance to an entity ahead over the own speed; false while there is no headway. */
@Plays(
    value = "TimeHeadwayCondition",
    support = Support.PARTLY,
    note = "routingAlgorithm has no effect: the shortest way")
record TimeHeadwayTest(String other, Measure measure, Rule rule, double valueS)
    implements EntityTest {
  private static final double TOLERANCE = 1e-6;

  static TimeHeadwayTest read(Node node) {
    return new TimeHeadwayTest(
        node.entity("entityRef"),
        Measures.read(node, DistanceKind.EUCLIDIAN_DISTANCE),
        node.oneOf("rule", Rule.class),
        node.number("value"));
  }

  @Override
  public boolean holds(Stage stage, Entity entity) {
    Entity target = stage.entity(other);
    double speed = entity.seen().speedMps();
    if (!target.isPresent() || speed < TOLERANCE) {
      return false;
    }
    double distance = Distances.between(entity, target, measure).orElse(Double.POSITIVE_INFINITY);
    return distance >= 0.0 && rule.compare(distance / speed, valueS);
  }
}
