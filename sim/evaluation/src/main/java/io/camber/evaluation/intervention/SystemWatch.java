package io.camber.evaluation.intervention;

import io.camber.evaluation.accuracy.LocalizationMeasure;
import io.camber.evaluation.accuracy.PoseError;
import io.camber.geometry.Pose2;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Triggers T5 and T6: what the stack's own messages tell about its health, measured against truth where needed. */
public final class SystemWatch {
  private static final long COMMAND_AGE_NS_MAX = 200_000_000L;
  private static final long POSE_AGE_NS_MAX = 200_000_000L;
  private static final double LATERAL_M_MAX = 1.0;
  private static final double LONGITUDINAL_M_MAX = 3.0;
  private static final double YAW_MAX = Math.toRadians(5.0);

  private @Nullable ControlCommand command;
  private long commandNs = -1;
  private long watchedSinceNs = -1;
  private Optional<PoseError> poseError = Optional.empty();
  private @Nullable Pose2 pose;
  private long poseNs;

  /** Takes in what was sent to the actuators. */
  public void actuated(ControlCommand newest, long publishTimeNs) {
    command = newest;
    commandNs = publishTimeNs;
  }

  /**
   * Takes in the newest estimate of where the ego is.
   *
   * @param error empty when nothing is known of it
   */
  public void localized(long timeNs, Pose2 mapFromBase, Optional<PoseError> error) {
    pose = mapFromBase;
    poseNs = timeNs;
    poseError = error;
  }

  /** True once the stack has sent any command. */
  public boolean hasCommand() {
    return commandNs >= 0;
  }

  Optional<String> failure(long timeNs) {
    watchedSinceNs = watchedSinceNs < 0 ? timeNs : watchedSinceNs;
    ControlCommand newest = command;
    if (newest == null) {
      return timeNs - watchedSinceNs > COMMAND_AGE_NS_MAX
          ? Optional.of("engaged without any command")
          : Optional.empty();
    }
    if (!newest.isFinite()) {
      return Optional.of("the command is not a number");
    }
    if (newest.mode() == DriveMode.MINIMAL_RISK) {
      return Optional.of("the guardian started the minimal risk manoeuvre");
    }
    long age = timeNs - commandNs;
    return age > COMMAND_AGE_NS_MAX
        ? Optional.of(String.format(Locale.ROOT, "no command for %.2f s", age * 1e-9))
        : Optional.empty();
  }

  /** An estimate older than 200 ms stands for where the ego is believed to be still. */
  Optional<String> localizationLost(long timeNs, Pose2 actual) {
    Pose2 newest = pose;
    Optional<PoseError> held = newest != null && timeNs - poseNs > POSE_AGE_NS_MAX
        ? Optional.of(LocalizationMeasure.error(newest, actual))
        : poseError;
    return held.filter(error -> Math.abs(error.lateralM()) > LATERAL_M_MAX
            || Math.abs(error.longitudinalM()) > LONGITUDINAL_M_MAX
            || Math.abs(error.yaw()) > YAW_MAX)
        .map(error -> String.format(
            Locale.ROOT,
            "pose is off by %.2f m across, %.2f m along, %.1f degrees",
            error.lateralM(),
            error.longitudinalM(),
            Math.toDegrees(error.yaw())));
  }
}
