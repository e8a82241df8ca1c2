package io.camber.sim.scenario.action;

import io.camber.geometry.Pose3;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.traffic.ambient.GeneratedTraffic;
import io.camber.sim.traffic.ambient.Ground;
import io.camber.sim.traffic.driver.Population;

/**
 * TrafficAreaAction: vehicles on a piece of the road network, by the models of traffic.
 *
 * @param name by which a TrafficStopAction ends it
 * @param continuous true to keep their number: who leaves is gone, and another comes
 */
@Plays(
    value = "TrafficAreaAction",
    support = Support.PARTLY,
    note = "cars, vans, trucks and bicycles of usual sizes; as many as find room")
record TrafficAreaAction(
    String name, TrafficArea area, boolean continuous, int vehicles, Population population)
    implements GlobalAction {
  private static final int VEHICLES_MAX = 10_000;
  private static final Pose3 NOWHERE = new Pose3(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);

  static TrafficAreaAction read(Node node, String name) {
    int vehicles = node.integer("numberOfEntities");
    if (vehicles < 0 || vehicles > VEHICLES_MAX) {
      throw node.error("numberOfEntities must be within 0 and " + VEHICLES_MAX);
    }
    return new TrafficAreaAction(
        name,
        TrafficArea.read(node.one("TrafficArea")),
        node.truth("continuous", false),
        vehicles,
        TrafficMix.read(node));
  }

  @Override
  public void run(Stage stage) {
    if (stage.net().isPlane()) {
      stage.report("warning", "TrafficAreaAction", "there is no road to drive on");
      return;
    }
    Ground ground = area.on(stage);
    stage.add(new GeneratedCrowd(
        stage,
        name,
        "area",
        () -> NOWHERE,
        vehicles,
        population,
        crowding -> GeneratedTraffic.area(stage.net().map(), crowding, ground, continuous)));
    stage.report("started", "TrafficAreaAction", name);
  }
}
