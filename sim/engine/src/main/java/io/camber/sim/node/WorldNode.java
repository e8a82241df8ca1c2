package io.camber.sim.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.scene.MapFile;
import io.camber.sim.fault.FaultSchedule;
import io.camber.sim.fault.plant.ActuatorFaults;
import io.camber.sim.fault.plant.DescriptionFaults;
import io.camber.sim.fault.plant.MapFaults;
import io.camber.sim.weather.WeatherFaults;
import io.camber.sim.world.World;
import io.camber.truth.FaultTruths;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import java.util.Optional;

/**
 * Steps the world and tells the truth about it. As it starts it hands out the map, the mission and the description of
 * the car, so that in real time nodes can read them before the clock shows 0. A command that has arrived by one tick moves the car from that tick to the next.
 */
public final class WorldNode implements Node {
  private final World world;
  private final MapFile map;
  private final long untilNs;
  private final Runnable onFinished;
  private final FaultSchedule faults;
  private final ActuatorFaults actuators = new ActuatorFaults();
  private final PacingWatch pacing = new PacingWatch(World.STEP_NS);
  private Optional<ControlCommand> command = Optional.empty();
  private boolean ended;

  /**
   * @param untilNs the run ends here at the latest
   * @param onFinished called once, when the last frame has been published
   */
  public WorldNode(World world, MapFile map, long untilNs, Runnable onFinished) {
    this(world, map, untilNs, onFinished, FaultSchedule.empty());
  }

  /** A world in which things break as the schedule and the scenario say. */
  public WorldNode(
      World world, MapFile map, long untilNs, Runnable onFinished, FaultSchedule faults) {
    this.world = world;
    this.faults = faults;
    this.map = map;
    this.untilNs = untilNs;
    this.onFinished = onFinished;
  }

  @Override
  public void start(NodeContext context) {
    Publisher<MapFile> maps = context.publisher(Topics.MAP);
    Publisher<VehicleDescription> vehicles = context.publisher(Topics.VEHICLE_DESCRIPTION);
    Publisher<Mission> missions = context.publisher(Topics.MISSION);
    Publisher<TruthFrame> frames = context.publisher(Topics.TRUTH_FRAME);
    Publisher<ScenarioEvent> events = context.publisher(Topics.TRUTH_EVENT);
    Latest<ControlCommand> commands = context.latest(Topics.ACTUATION);
    Publisher<FaultTruths> truths = context.publisher(Topics.TRUTH_FAULTS);
    announceFaults();
    FaultTruths known = faults.truths(0);
    if (faults.isNews(0)) {
      truths.publish(known, 0);
    }
    maps.publish(MapFaults.apply(map, known.faults()), 0);
    world
        .vehicle()
        .ifPresent(
            vehicle -> vehicles.publish(DescriptionFaults.apply(vehicle, known.faults()), 0));
    missions.publish(world.mission(), 0);
    context.timer(World.STEP_NS, 0, timeNs -> {
      if (ended) {
        return;
      }
      pacing.add(context.clock().timeNs() - timeNs);
      if (timeNs > 0) {
        long beginNs = timeNs - World.STEP_NS;
        world.step(actuators.obeyed(beginNs, command, faults.truths(beginNs)));
      }
      announceFaults();
      if (faults.isNews(timeNs)) {
        truths.publish(faults.truths(timeNs), timeNs);
      }
      if (world.timeNs() == timeNs) {
        frames.publishSample(frame(timeNs), timeNs);
      }
      world.drainEvents().forEach(event -> events.publishSample(event, event.timeNs()));
      command = commands.value();
      if (world.isFinished() || timeNs >= untilNs) {
        ended = true;
        onFinished.run();
      }
    });
  }

  /** How well it has kept to the wall clock; to be asked after the run. In lockstep it never is late. */
  public Pacing pacing() {
    return pacing.result();
  }

  /** The truth, under weather that a fault may have brought. */
  private TruthFrame frame(long timeNs) {
    TruthFrame frame = world.frame();
    FaultTruths known = faults.truths(timeNs);
    return known.faults().isEmpty()
        ? frame
        : frame.withWeather(WeatherFaults.apply(frame.weather(), known, timeNs));
  }

  private void announceFaults() {
    world.drainFaults().forEach(fault -> faults.announce(fault, world.timeNs()));
  }
}
