package io.camber.sim.scenario.action;

import io.camber.geometry.Pose3;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import io.camber.sim.traffic.ambient.GeneratedTraffic;
import io.camber.sim.traffic.driver.Population;

/**
 * TrafficSourceAction: vehicles that come one after the other near a place and drive off by the models of traffic.
 *
 * @param name by which a TrafficStopAction ends it
 * @param speedMps that they appear with; infinite for what the road allows
 */
@Plays(
    value = "TrafficSourceAction",
    support = Support.PARTLY,
    note = "cars, vans, trucks and bicycles of usual sizes; at most 1000 at the same time")
record TrafficSourceAction(
    String name,
    Place place,
    double radiusM,
    double ratePerS,
    double speedMps,
    Population population)
    implements GlobalAction {
  private static final int VEHICLES_MAX = 1000;

  static TrafficSourceAction read(Node node, String name) {
    double speed = Double.POSITIVE_INFINITY;
    for (String word : new String[] {"velocity", "speed"}) {
      speed = node.has(word) ? TrafficMix.notNegative(node, word) : speed;
    }
    return new TrafficSourceAction(
        name,
        Places.read(node.one("Position")),
        TrafficMix.notNegative(node, "radius"),
        TrafficMix.notNegative(node, "rate"),
        speed,
        TrafficMix.read(node));
  }

  @Override
  public void run(Stage stage) {
    if (stage.net().isPlane()) {
      stage.report("warning", "TrafficSourceAction", "there is no road to drive on");
      return;
    }
    Pose3 center = place.on(stage).cursor().pose();
    stage.add(new GeneratedCrowd(
        stage,
        name,
        "source",
        () -> center,
        VEHICLES_MAX,
        population,
        crowding ->
            GeneratedTraffic.source(stage.net().map(), crowding, radiusM, ratePerS, speedMps)));
    stage.report("started", "TrafficSourceAction", name);
  }
}
