package io.camber.jury.image;

import io.camber.geometry.Pose3;
import io.camber.pose.EgoPose;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Where the car believed to be over the last second. */
public final class Poses {
  private static final long MEMORY_NS = 1_000_000_000L;
  private static final long APART_NS_MAX = 30_000_000L;

  private final NavigableMap<Long, Pose3> poses = new TreeMap<>();

  public void add(EgoPose pose) {
    poses.put(pose.timeNs(), pose.mapFromBase());
    poses.headMap(pose.timeNs() - MEMORY_NS).clear();
  }

  /** The pose nearest to a time; empty when none is within 30 ms. */
  public Optional<Pose3> at(long timeNs) {
    Map.Entry<Long, Pose3> before = poses.floorEntry(timeNs);
    Map.Entry<Long, Pose3> after = poses.ceilingEntry(timeNs);
    boolean isBefore =
        after == null || (before != null && timeNs - before.getKey() <= after.getKey() - timeNs);
    Map.Entry<Long, Pose3> nearest = isBefore ? before : after;
    return nearest != null && Math.abs(nearest.getKey() - timeNs) <= APART_NS_MAX
        ? Optional.of(nearest.getValue())
        : Optional.empty();
  }
}
