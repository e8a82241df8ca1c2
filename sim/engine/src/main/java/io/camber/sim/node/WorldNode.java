package io.camber.sim.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.scene.MapFile;
import io.camber.sim.world.World;
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
  private Optional<ControlCommand> command = Optional.empty();
  private boolean ended;

  /**
   * @param untilNs the run ends here at the latest
   * @param onFinished called once, when the last frame has been published
   */
  public WorldNode(World world, MapFile map, long untilNs, Runnable onFinished) {
    this.world = world;
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
    maps.publish(map, 0);
    world.vehicle().ifPresent(vehicle -> vehicles.publish(vehicle, 0));
    missions.publish(world.mission(), 0);
    context.timer(World.STEP_NS, 0, timeNs -> {
      if (ended) {
        return;
      }
      if (timeNs > 0) {
        world.step(command);
      }
      if (world.timeNs() == timeNs) {
        frames.publishSample(world.frame(), timeNs);
      }
      world.drainEvents().forEach(event -> events.publishSample(event, event.timeNs()));
      command = commands.value();
      if (world.isFinished() || timeNs >= untilNs) {
        ended = true;
        onFinished.run();
      }
    });
  }
}
