package io.camber.app.simulation;

import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.MessageListener;
import io.camber.scene.MapFile;
import io.camber.sim.world.World;
import java.util.List;

/** Everything that is put on the bus, whichever way it is driven. */
record DrivePlan(
    SimulationOptions options,
    World world,
    MapFile mapFile,
    List<NodeSpec> nodes,
    List<MessageListener> listeners,
    long untilNs) {}
