package io.camber.localization.node;

import io.camber.bus.Health;
import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.localization.PoseEstimator;
import io.camber.localization.inertial.InertialConfig;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sensing.GnssFix;
import io.camber.sensing.WheelSpeeds;
import java.util.Optional;

/**
 * Publishes the ego pose on every inertial sample. Fixes and wheel speeds work through the filter, so the newest of them are
 * origins of every pose.
 */
public final class LocalizationNode implements Node {
  private Optional<PoseStatus> reported = Optional.empty();
  private long reportedBroken;

  @Override
  public void start(NodeContext context) {
    PoseEstimator estimator = new PoseEstimator(context.config(InertialConfig.DEFAULTS));
    Publisher<EgoPose> poses = context.publisher(Topics.EGO_POSE);
    context.subscribe(Topics.GNSS, (fix, envelope) -> estimator.update(fix, envelope.sequence()));
    context.subscribe(
        Topics.WHEELS, (speeds, envelope) -> estimator.update(speeds, envelope.sequence()));
    Latest<GnssFix> newestFix = context.latest(Topics.GNSS);
    Latest<WheelSpeeds> newestSpeeds = context.latest(Topics.WHEELS);
    context.subscribe(Topics.IMU, (sample, envelope) -> {
      newestFix.value();
      newestSpeeds.value();
      Optional<EgoPose> pose = estimator.update(sample);
      pose.ifPresent(estimate -> {
        poses.publish(estimate, estimate.timeNs());
        report(context.health(), estimate.status());
      });
      reportBroken(context.health(), estimator.counts().brokenCount());
    });
  }

  private void report(Health health, PoseStatus status) {
    if (reported.isPresent() && reported.get() == status) {
      return;
    }
    reported = Optional.of(status);
    switch (status) {
      case INITIALIZING -> health.warn("pose-initializing", "too few satellite fixes yet");
      case TRACKING -> health.ok("pose-tracking", "satellite fixes agree with the motion");
      case DEAD_RECKONING -> health.warn("pose-dead-reckoning", "no usable fix for a second");
      case LOST -> health.error("pose-lost", "fixes contradict the pose, or it is too vague");
    }
  }

  private void reportBroken(Health health, long broken) {
    if (broken > reportedBroken) {
      health.warn("sample-refused", broken + " samples with impossible values so far");
      reportedBroken = broken;
    }
  }
}
