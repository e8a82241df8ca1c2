package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.BusMessage;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.messages.Topics;
import io.camber.scene.ObjectClass;
import io.camber.sim.scene.town.FixedSurroundings;
import io.camber.sim.scene.town.SceneModel;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bus with sensors on it, and a truth that they can measure: an ego at 10 m/s behind a standing truck. */
final class Rig {
  static final long MS = 1_000_000L;

  private final List<NodeSpec> specs = new ArrayList<>();

  Rig add(String name, long latencyMs, Node node) {
    return add(name, latencyMs, node, Map.of());
  }

  Rig add(String name, long latencyMs, Node node, Map<String, String> settings) {
    specs.add(NodeSpec.world(name, latencyMs * MS, context -> node).withOverrides(settings));
    return this;
  }

  /** Adds the truth, which must come before what measures it. */
  static Rig withTruth() {
    return new Rig().add("truth", 0, new Approach());
  }

  static SceneModel scene() {
    return new SceneModel(
        new FixedSurroundings(List.of(), List.of()), Approach.frame(0).actors());
  }

  List<BusMessage<?>> run(long untilNs) {
    List<BusMessage<?>> log = new ArrayList<>();
    try (LockstepExecutor executor =
        new LockstepExecutor(new LockstepConfig(7, 1, true, Optional.empty()))) {
      executor.addListener(log::add);
      specs.forEach(executor::add);
      executor.runUntil(untilNs);
    }
    return log;
  }

  static List<BusMessage<?>> on(List<BusMessage<?>> log, String topic) {
    return log.stream()
        .filter(message -> message.envelope().topic().equals(topic))
        .toList();
  }

  static List<Long> measurementTimesNs(List<BusMessage<?>> messages) {
    return messages.stream()
        .map(message -> message.envelope().measurementTimeNs())
        .toList();
  }

  private static final class Approach implements Node {
    @Override
    public void start(NodeContext context) {
      Publisher<TruthFrame> frames = context.publisher(Topics.TRUTH_FRAME);
      context.timer(10 * MS, 0, timeNs -> frames.publishSample(frame(timeNs), timeNs));
    }

    private static TruthFrame frame(long timeNs) {
      return new TruthFrame(
          timeNs,
          "Ego",
          true,
          List.of(
              actor("Ego", ObjectClass.CAR, "car", new Size3(4.7, 1.86, 1.5), timeNs * 1e-8, 10.0),
              actor("Truck", ObjectClass.TRUCK, "truck", new Size3(8.0, 2.5, 3.4), 14.0, 0.0)),
          List.of());
    }

    private static ActorTruth actor(
        String name, ObjectClass objectClass, String kind, Size3 size, double x, double speedMps) {
      Pose3 pose = new Pose3(x, 0, 0, 0, 0, 0);
      return new ActorTruth(
          name, objectClass, kind, pose, size, 1.4, 0, speedMps, 0, 0, 0, ActorLights.OFF);
    }
  }
}
