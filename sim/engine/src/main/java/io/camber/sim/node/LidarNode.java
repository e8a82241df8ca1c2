package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.SensorTopics;
import io.camber.messages.Topics;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.sensor.lidar.LidarConfig;
import io.camber.sim.sensor.lidar.SpinningLidar;
import io.camber.sim.world.World;
import io.camber.truth.LidarLabels;
import io.camber.truth.TruthFrame;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** A lidar on the bus: keeps the truth of one revolution and turns it into a sweep at its end. */
public final class LidarNode implements Node {
  private final LidarConfig defaults;
  private final SceneModel scene;
  private final boolean tellsTruth;
  private final ArrayDeque<TruthFrame> history = new ArrayDeque<>();

  public LidarNode(LidarConfig defaults, SceneModel scene) {
    this(defaults, scene, false);
  }

  /**
   * A lidar.
   *
   * @param tellsTruth whether it publishes after each sweep what its points truly hit, as the truth
   */
  public LidarNode(LidarConfig defaults, SceneModel scene, boolean tellsTruth) {
    this.defaults = defaults;
    this.scene = scene;
    this.tellsTruth = tellsTruth;
  }

  @Override
  public void start(NodeContext context) {
    LidarConfig config = context.config(defaults);
    requireWholeSteps(config.sweepNs());
    SpinningLidar lidar = new SpinningLidar(config, scene, context.seed("errors"));
    Publisher<LidarCalibration> calibrations =
        context.publisher(SensorTopics.lidarCalibration(config.sensorId()));
    Publisher<LidarSweep> sweeps = context.publisher(SensorTopics.lidarSweep(config.sensorId()));
    Optional<Publisher<LidarLabels>> truth = tellsTruth
        ? Optional.of(context.publisher(SensorTopics.lidarLabels(config.sensorId())))
        : Optional.empty();
    calibrations.publish(lidar.calibration(), 0);
    Backlog backlog = new Backlog(context, config.sweepNs());
    context.subscribe(Topics.TRUTH_FRAME, (frame, envelope) -> {
      remember(frame, config.sweepNs());
      boolean isSweepEnd = frame.timeNs() % config.sweepNs() == 0 && frame.timeNs() > 0;
      if (isSweepEnd && frame.ego().isPresent() && !backlog.mustDrop(frame)) {
        LidarSweep sweep = lidar.sweep(List.copyOf(history), frame.timeNs(), frame.egoName());
        sweeps.publishSample(sweep, sweep.timeNs());
        truth.ifPresent(labels -> labels.publish(lidar.labels(), sweep.timeNs()));
      }
    });
  }

  /** A sweep ends with a frame of the truth, or it would end at few of its revolutions only. */
  private static void requireWholeSteps(long sweepNs) {
    if (sweepNs % World.STEP_NS != 0) {
      throw new IllegalArgumentException(
          "sweepNs=" + sweepNs + " is not a multiple of the world's step, " + World.STEP_NS);
    }
  }

  private void remember(TruthFrame frame, long sweepNs) {
    history.addLast(frame);
    while (history.getFirst().timeNs() < frame.timeNs() - sweepNs - World.STEP_NS) {
      history.removeFirst();
    }
  }
}
