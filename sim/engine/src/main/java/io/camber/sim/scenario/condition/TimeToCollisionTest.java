package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.document.Rule;
import io.camber.sim.scenario.entity.DistanceKind;
import io.camber.sim.scenario.entity.Distances;
import io.camber.sim.scenario.entity.Distances.Measure;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import java.util.Optional;

/** TimeToCollisionCondition: distance over closing speed; false while nothing closes. */
@Plays(
    value = "TimeToCollisionCondition",
    support = Support.PARTLY,
    note = "routingAlgorithm has no effect: the shortest way")
@Plays("TimeToCollisionConditionTarget")
record TimeToCollisionTest(
    Optional<String> other, Optional<Place> place, Measure measure, Rule rule, double valueS)
    implements EntityTest {
  private static final double TOLERANCE = 1e-6;

  static TimeToCollisionTest read(Node node) {
    Node target = node.one("TimeToCollisionConditionTarget").choice();
    boolean entity = target.name().equals("EntityRef");
    return new TimeToCollisionTest(
        entity ? Optional.of(target.entity("entityRef")) : Optional.empty(),
        entity ? Optional.empty() : Optional.of(Places.read(target)),
        Measures.read(node, DistanceKind.EUCLIDIAN_DISTANCE),
        node.oneOf("rule", Rule.class),
        node.number("value"));
  }

  @Override
  public boolean holds(Stage stage, Entity entity) {
    double distance;
    double closing;
    if (other.isPresent()) {
      Entity target = stage.entity(other.get());
      if (!target.isPresent()) {
        return false;
      }
      distance = Distances.between(entity, target, measure).orElse(1e10);
      closing = closing(entity.seen(), target.seen());
    } else {
      distance =
          Distances.to(entity, place.orElseThrow().seenOn(stage), measure).orElse(1e10);
      closing = entity.seen().speedMps();
    }
    if (Math.abs(distance) < TOLERANCE || Math.abs(closing) < TOLERANCE) {
      return false;
    }
    double time = distance / closing;
    return time >= 0.0 && rule.compare(time, valueS);
  }

  /** Closing speed along the target's velocity; the own speed when the target stands. */
  private static double closing(Motion own, Motion target) {
    double speed = StrictMath.hypot(target.velocityX(), target.velocityY());
    if (speed < TOLERANCE) {
      return own.speedMps();
    }
    double along =
        (own.velocityX() * target.velocityX() + own.velocityY() * target.velocityY()) / speed;
    double sign = (own.speedMps() < 0.0 ? -1.0 : 1.0) * (along < 0.0 ? -1.0 : 1.0);
    return sign * (along - Math.abs(target.speedMps()));
  }
}
