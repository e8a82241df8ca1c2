package io.camber.app.oracle;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.map.MapLoader;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.motion.Plan;
import io.camber.motion.Route;
import io.camber.planning.Planner;
import io.camber.planning.PlanningInput;
import io.camber.planning.RouteView;
import io.camber.pose.EgoPose;
import io.camber.scene.MapFile;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.sim.sensor.TruthPerception;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.Optional;

/**
 * Plans with the stack's planner on the true pose, objects, lights and futures, at the rate and with the latency of the planning node.
 * It may see the truth: it is a yardstick and no part of the stack.
 */
public final class OracleNode implements Node {
  private static final long PERIOD_NS = 100_000_000L;

  private final Planner planner;
  private final MapLoader maps;
  private final Clairvoyance clairvoyance;
  private RouteView published = RouteView.NONE;

  /**
   * A node around a planner.
   *
   * @param hindsight of a drive before; what is not in it goes straight on
   */
  public OracleNode(Planner planner, MapLoader maps, Hindsight hindsight) {
    this.planner = planner;
    this.maps = maps;
    this.clairvoyance = new Clairvoyance(hindsight);
  }

  @Override
  public void start(NodeContext context) {
    TruthPerception perception = new TruthPerception();
    Publisher<Plan> plans = context.publisher(Topics.PLAN);
    Publisher<Route> routes = context.publisher(Topics.ROUTE);
    Latest<MapFile> map = context.latest(Topics.MAP);
    Latest<Mission> mission = context.latest(Topics.MISSION);
    Latest<VehicleDescription> vehicle = context.latest(Topics.VEHICLE_DESCRIPTION);
    Latest<VehicleReport> report = context.latest(Topics.VEHICLE_REPORT);
    Latest<TruthFrame> truth = context.latest(Topics.TRUTH_FRAME);
    context.timer(PERIOD_NS, PERIOD_NS / 2, timeNs -> {
      Optional<TruthFrame> frame = truth.value();
      Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
      if (ego.isEmpty()
          || map.value().isEmpty()
          || mission.value().isEmpty()
          || vehicle.value().isEmpty()) {
        return;
      }
      long seenNs = frame.get().timeNs();
      Tracks tracks = perception.tracks(frame.get(), ego.get());
      EgoPose pose = TruthPerception.pose(seenNs, ego.get());
      SignalStates signals = perception.signals(frame.get());
      Plan plan = planner.plan(new PlanningInput(
          timeNs,
          pose,
          report.value().map(VehicleReport::engaged).orElse(true),
          report.value().map(VehicleReport::steeringAngle).orElse(0.0),
          vehicle.value().get(),
          maps.load(map.value().get()),
          mission.value().get(),
          tracks,
          clairvoyance.futures(tracks),
          Optional.of(signals)));
      plans.publish(plan, seenNs);
      RouteView route = planner.route();
      if (!route.equals(published)) {
        published = route;
        routes.publish(new Route(timeNs, route.laneIds(), route.reachesGoal()), timeNs);
      }
    });
  }
}
