package io.camber.app.simulation;

import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.MessageListener;
import io.camber.scene.MapFile;
import io.camber.sim.node.WorldNode;
import io.camber.sim.world.World;
import java.util.List;

/** Everything that is put on the bus, whichever way it is driven. */
record DrivePlan(
    SimulationOptions options,
    World world,
    MapFile mapFile,
    List<NodeSpec> nodes,
    RunFaults faults,
    List<MessageListener> listeners,
    long untilNs) {

  DrivePlan watchedBy(List<MessageListener> watchers) {
    return new DrivePlan(options, world, mapFile, nodes, faults, watchers, untilNs);
  }

  /** The world as a node; each is good for one drive. */
  WorldNode worldNode(Runnable onFinished) {
    return new WorldNode(
        world, mapFile, untilNs, onFinished, faults.schedule(nodes, options.seed()));
  }
}
