package io.camber.localization.odometry;

import io.camber.geometry.Pose2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the lidar moved: sweeps are matched with a key sweep, which gives way to the next after some metres. */
public final class LidarOdometry {
  private static final double KEY_M = 10.0;
  private static final double KEY_YAW = 0.6;
  private static final long KEY_NS = 4_000_000_000L;

  private final ScanMatcher matcher = new ScanMatcher();
  private final CellMap map = new CellMap();
  private final List<Alignment> alignments = new ArrayList<>();
  private long keyNs = Long.MIN_VALUE;

  /** True when the next sweep is to be a key. */
  public boolean needsKey() {
    return keyNs == Long.MIN_VALUE;
  }

  public void key(long timeNs, Cloud cloud) {
    map.fill(cloud);
    keyNs = timeNs;
  }

  /** A sweep later than the key, and the motion of the car between both, roughly. */
  public void add(long timeNs, Cloud cloud, MotionRecord motion) {
    Pose2 guess = motion.poseAt(keyNs).inverse().times(motion.poseAt(timeNs));
    Optional<ScanMatcher.Fit> found = matcher.match(map, cloud, guess);
    found.ifPresent(fit -> alignments.add(
        new Alignment(keyNs, timeNs, fit.pose(), fit.stdX(), fit.stdY(), fit.stdYaw())));
    boolean isFar = guess.position().length() > KEY_M
        || Math.abs(guess.yaw()) > KEY_YAW
        || timeNs - keyNs > KEY_NS;
    if (isFar || found.isEmpty()) {
      keyNs = Long.MIN_VALUE;
    }
  }

  public List<Alignment> alignments() {
    return alignments;
  }
}
