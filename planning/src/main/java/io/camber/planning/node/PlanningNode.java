package io.camber.planning.node;

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
import io.camber.planning.proposal.DrivingStyle;
import io.camber.pose.EgoPose;
import io.camber.scene.Futures;
import io.camber.scene.MapFile;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.List;
import java.util.Optional;

/**
 * Plans once per set of futures. When futures fail but tracks are fresh it plans with tracks carried straight on; when those
 * are stale too it publishes nothing, so that the controller falls back to the last safe stop.
 */
public final class PlanningNode implements Node {
  private static final long PERIOD_NS = 100_000_000L;
  private static final long STALE_NS = 300_000_000L;

  private final Planner planner;
  private final DrivingStyle style;
  private final MapLoader maps;
  private long plannedNs = Long.MIN_VALUE / 2;
  private RouteView published = RouteView.NONE;

  /**
   * A node around a planner.
   *
   * @param style of the planner, as far as no parameter says otherwise
   */
  public PlanningNode(Planner planner, DrivingStyle style, MapLoader maps) {
    this.planner = planner;
    this.style = style;
    this.maps = maps;
  }

  @Override
  public void start(NodeContext context) {
    StyleParameters.declare(context.parameters(), style, planner);
    new Wiring(context);
  }

  /** The node's ends on the bus. */
  private final class Wiring {
    private final NodeContext context;
    private final Publisher<Plan> plans;
    private final Publisher<Route> routes;
    private final Latest<MapFile> map;
    private final Latest<Mission> mission;
    private final Latest<VehicleDescription> vehicle;
    private final Latest<VehicleReport> report;
    private final Latest<EgoPose> ego;
    private final Latest<Tracks> tracks;
    private final Latest<SignalStates> signals;

    Wiring(NodeContext context) {
      this.context = context;
      this.plans = context.publisher(Topics.PLAN);
      this.routes = context.publisher(Topics.ROUTE);
      this.map = context.latest(Topics.MAP);
      this.mission = context.latest(Topics.MISSION);
      this.vehicle = context.latest(Topics.VEHICLE_DESCRIPTION);
      this.report = context.latest(Topics.VEHICLE_REPORT);
      this.ego = context.latest(Topics.EGO_POSE);
      this.tracks = context.latest(Topics.TRACKS);
      this.signals = context.latest(Topics.SIGNALS);
      context.subscribe(Topics.FUTURES, (futures, envelope) -> plan(futures));
      context.timer(PERIOD_NS, PERIOD_NS / 2, this::planWithoutFutures);
    }

    private void planWithoutFutures(long timeNs) {
      boolean fresh = tracks
          .envelope()
          .filter(e -> timeNs - e.measurementTimeNs() < STALE_NS)
          .isPresent();
      if (timeNs - plannedNs > STALE_NS && fresh) {
        context.health().warn("no-futures", "planning on tracks carried straight on");
        plan(new Futures(timeNs, List.of()));
      }
    }

    private void plan(Futures futures) {
      Optional<PlanningInput> input = input(futures);
      if (input.isEmpty()) {
        context.health().warn("not-ready", "map, mission, pose or vehicle is missing");
        return;
      }
      Plan plan = planner.plan(input.get());
      plannedNs = input.get().timeNs();
      plans.publish(plan, futures.timeNs());
      RouteView route = planner.route();
      if (!route.equals(published)) {
        published = route;
        routes.publish(new Route(plannedNs, route.laneIds(), route.reachesGoal()), plannedNs);
      }
    }

    private Optional<PlanningInput> input(Futures futures) {
      Optional<MapFile> mapFile = map.value();
      Optional<Mission> goal = mission.value();
      Optional<VehicleDescription> car = vehicle.value();
      Optional<EgoPose> pose = ego.value();
      Optional<Tracks> seen = tracks.value();
      if (mapFile.isEmpty()
          || goal.isEmpty()
          || car.isEmpty()
          || pose.isEmpty()
          || seen.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new PlanningInput(
          context.clock().timeNs(),
          pose.get(),
          report.value().map(VehicleReport::engaged).orElse(true),
          report.value().map(VehicleReport::steeringAngle).orElse(0.0),
          car.get(),
          maps.load(mapFile.get()),
          goal.get(),
          seen.get(),
          futures,
          signals.value()));
    }
  }
}
