package io.camber.app.drive;

import io.camber.bus.Topic;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.perception.PoseHistory;
import io.camber.pose.EgoPose;
import io.camber.scene.Detections;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.GnssFix;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Runs a log through perception and judges tracks and poses by the truth in it. */
public final class DriveReview {
  /** Labels further out have a handful of points. */
  private static final double RANGE_M = 60.0;

  private static final Set<Topic<?>> RECORDED = Set.of(
      Topics.EGO_POSE, Topics.GNSS, Topics.TRUTH_FRAME, Topics.CAMERA_CALIBRATION, Topics.TRACKS);

  private final List<TruthFrame> truths = new ArrayList<>();
  private final List<EgoPose> poses = new ArrayList<>();
  private final List<LogPerception.Seen> sweeps = new ArrayList<>();
  private final LabelRules rules;
  private Optional<CameraCalibration> camera = Optional.empty();
  private final PoseScore fixes = new PoseScore();
  private boolean isLocalized;

  private DriveReview(LabelRules rules) {
    this.rules = rules;
  }

  /** Sees each sweep with what was made of it and the truth nearest in time. */
  @FunctionalInterface
  public interface SweepView {
    void onSweep(
        LidarSweep sweep,
        LidarCalibration lidar,
        LogPerception.Seen seen,
        Optional<TruthFrame> truth);
  }

  /** Runs {@code maxSweeps} sweeps at most. */
  public static DriveReview of(Path log, int maxSweeps, SweepView view) throws IOException {
    DriveReview review = new DriveReview(LabelRules.read(log));
    review.isLocalized = LogPerception.run(log, maxSweeps, review.watcher(view));
    return review;
  }

  /** Judges the tracks and poses that a log holds already. */
  public static DriveReview recorded(Path log) throws IOException {
    DriveReview review = new DriveReview(LabelRules.read(log));
    PoseHistory poses = new PoseHistory();
    try (LogMessages messages = LogMessages.open(log, RECORDED)) {
      review.isLocalized = messages.topicNames().contains(Topics.IMU.name());
      for (Optional<LogMessages.Item> item = messages.next();
          item.isPresent();
          item = messages.next()) {
        Object value = item.get().value();
        if (value instanceof EgoPose pose) {
          poses.add(pose);
          review.poses.add(pose);
        } else if (value instanceof GnssFix fix) {
          review.surprise(fix);
        } else if (value instanceof TruthFrame frame) {
          review.truths.add(frame);
        } else if (value instanceof CameraCalibration calibration) {
          review.camera = Optional.of(calibration);
        } else if (value instanceof Tracks tracks) {
          Detections none = new Detections(tracks.timeNs(), "", List.of());
          poses
              .poseAt(tracks.timeNs())
              .ifPresent(pose -> review.sweeps.add(new LogPerception.Seen(none, tracks, pose)));
        }
      }
    }
    return review;
  }

  private LogPerception.Watcher watcher(SweepView view) {
    return new LogPerception.Watcher() {
      @Override
      public void onPose(EgoPose pose) {
        poses.add(pose);
      }

      @Override
      public void onSweep(LidarSweep sweep, LidarCalibration lidar, LogPerception.Seen seen) {
        sweeps.add(seen);
        view.onSweep(sweep, lidar, seen, nearest(sweep.timeNs()));
      }

      @Override
      public void onTruth(TruthFrame frame) {
        truths.add(frame);
      }

      @Override
      public void onFix(GnssFix fix) {
        surprise(fix);
      }

      @Override
      public void onCamera(CameraCalibration calibration) {
        camera = Optional.of(calibration);
      }
    };
  }

  /** Whether the poses are those of localization. */
  public boolean isLocalized() {
    return isLocalized;
  }

  public int sweeps() {
    return sweeps.size();
  }

  /** Tracks against labels; absent when the log has none. */
  public Optional<TrackScore> tracks() {
    boolean isLabelled = truths.stream().anyMatch(frame -> frame.actors().size() > 1);
    if (!isLabelled || sweeps.isEmpty()) {
      return Optional.empty();
    }
    TrackScore score = new TrackScore(new LabelledRegion(labelCamera(), RANGE_M), rules);
    for (LogPerception.Seen seen : sweeps) {
      long timeNs = seen.tracks().timeNs();
      nearest(timeNs)
          .ifPresent(frame -> truthPose(timeNs).ifPresent(pose -> score.add(frame, pose, seen)));
    }
    return Optional.of(score);
  }

  /** Where every label is before the camera the labels were made in its images; else they are all around. */
  private Optional<CameraCalibration> labelCamera() {
    Predicate<TruthFrame> isBehind = frame -> frame.ego().isPresent()
        && frame.actors().stream()
            .filter(actor -> !actor.name().equals(frame.egoName()))
            .anyMatch(actor -> frame
                    .ego()
                    .get()
                    .mapFromReference()
                    .toPose2()
                    .applyInverse(actor.footprint().center().position())
                    .x()
                < -5.0);
    return truths.stream().anyMatch(isBehind) ? Optional.empty() : camera;
  }

  /** Localization against the reference poses; absent when the log lacks either. */
  public Optional<PoseScore> localization() {
    PoseScore score = new PoseScore();
    for (EgoPose pose : poses) {
      truthPose(pose.timeNs()).ifPresent(truth -> score.add(pose.mapFromBase(), truth));
    }
    return score.count() < 2 ? Optional.empty() : Optional.of(score);
  }

  /** Each fix against the pose that was known before it: what localization would have been wrong by without it. */
  private void surprise(GnssFix fix) {
    if (!poses.isEmpty()) {
      EgoPose last = poses.get(poses.size() - 1);
      double seconds = (fix.timeNs() - last.timeNs()) * 1e-9;
      Pose2 then = last.mapFromBase().toPose2();
      Vec2 way = then.forward().times(last.twist().forwardMps() * seconds);
      Pose3 expected = new Pose3(
          then.x() + way.x(), then.y() + way.y(), last.mapFromBase().z(), then.yaw(), 0.0, 0.0);
      Vec3 place = fix.position();
      fixes.add(expected, new Pose3(place.x(), place.y(), place.z(), fix.yaw(), 0.0, 0.0));
    }
  }

  /** Localization against the fixes it had not heard yet; absent without any. */
  public Optional<PoseScore> fixes() {
    return fixes.count() < 2 ? Optional.empty() : Optional.of(fixes);
  }

  /** Where localization ended, from where it began, in the map's axes. */
  public Optional<Vec2> way() {
    return poses.size() < 2
        ? Optional.empty()
        : Optional.of(poses
            .get(poses.size() - 1)
            .mapFromBase()
            .position()
            .minus(poses.get(0).mapFromBase().position())
            .toVec2());
  }

  private Optional<TruthFrame> nearest(long timeNs) {
    TruthFrame best = null;
    for (TruthFrame frame : truths) {
      if (best == null || Math.abs(frame.timeNs() - timeNs) <= Math.abs(best.timeNs() - timeNs)) {
        best = frame;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The reference pose at a time, between two frames or up to a frame's length beyond the last. */
  private Optional<Pose3> truthPose(long timeNs) {
    for (int i = truths.size() - 1; i > 0; i--) {
      TruthFrame from = truths.get(i - 1);
      TruthFrame to = truths.get(i);
      boolean isLast = i == truths.size() - 1;
      if (from.timeNs() <= timeNs && (timeNs <= to.timeNs() || isLast)) {
        double share = (double) (timeNs - from.timeNs()) / (to.timeNs() - from.timeNs());
        Optional<Pose3> a = from.ego().map(ActorTruth::mapFromReference);
        Optional<Pose3> b = to.ego().map(ActorTruth::mapFromReference);
        return a.isPresent() && b.isPresent() && share < 2.0
            ? Optional.of(between(a.get(), b.get(), share))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Pose3 between(Pose3 a, Pose3 b, double share) {
    return new Pose3(
        a.x() + share * (b.x() - a.x()),
        a.y() + share * (b.y() - a.y()),
        a.z() + share * (b.z() - a.z()),
        a.yaw() + share * Angles.difference(b.yaw(), a.yaw()),
        a.pitch(),
        a.roll());
  }
}
