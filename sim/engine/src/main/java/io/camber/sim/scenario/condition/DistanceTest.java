package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.document.Rule;
import io.camber.sim.scenario.entity.DistanceKind;
import io.camber.sim.scenario.entity.Distances;
import io.camber.sim.scenario.entity.Distances.Measure;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;

/** DistanceCondition and RelativeDistanceCondition; the sign of the distance does not count. */
@Plays(
    value = {"DistanceCondition", "RelativeDistanceCondition"},
    support = Support.PARTLY,
    note = "routingAlgorithm has no effect: the shortest way")
final class DistanceTest {
  private static final double UNREACHABLE_M = 1e10;

  private DistanceTest() {}

  static EntityTest toPosition(Node node) {
    Place place = Places.read(node.one("Position"));
    Measure measure = Measures.read(node, DistanceKind.EUCLIDIAN_DISTANCE);
    Rule rule = node.oneOf("rule", Rule.class);
    double value = node.number("value");
    return (stage, entity) -> rule.compare(
        Math.abs(Distances.to(entity, place.seenOn(stage), measure).orElse(UNREACHABLE_M)), value);
  }

  static EntityTest toEntity(Node node) {
    String other = node.entity("entityRef");
    Measure measure = Measures.read(node, DistanceKind.EUCLIDIAN_DISTANCE);
    Rule rule = node.oneOf("rule", Rule.class);
    double value = node.number("value");
    return (stage, entity) -> stage.entity(other).isPresent()
        && rule.compare(
            Math.abs(Distances.between(entity, stage.entity(other), measure).orElse(UNREACHABLE_M)),
            value);
  }
}
