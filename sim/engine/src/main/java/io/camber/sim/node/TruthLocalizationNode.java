package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.sim.sensor.TruthPerception;
import io.camber.sim.world.World;

/** Perfect pose, 100 Hz, for runs that leave localization out. */
public final class TruthLocalizationNode implements Node {
  @Override
  public void start(NodeContext context) {
    Publisher<EgoPose> poses = context.publisher(Topics.EGO_POSE);
    EgoSampling.every(
        World.STEP_NS,
        context,
        (frame, ego) -> poses.publish(TruthPerception.pose(frame.timeNs(), ego), frame.timeNs()));
  }
}
