package io.camber.sim.fault.stream;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.pose.EgoPose;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sim.scene.Hash;
import io.camber.truth.FaultTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tracks of what is not there, no tracks of what is, and mistaken ones. Which track is struck follows from its id and stays. */
final class TrackFault implements Distortion<Tracks> {
  /** Ids from here on are none of the tracker's. */
  private static final int OWN_IDS = 1_000_000;

  private static final Size3 GHOST = new Size3(4.5, 1.8, 1.5);

  private final FaultTruth fault;
  private final Surroundings surroundings;
  private @Nullable Pose2 ghost;

  TrackFault(FaultTruth fault, Surroundings surroundings) {
    this.fault = fault;
    this.surroundings = surroundings;
  }

  @Override
  public Tracks apply(Tracks frame, long nowNs) {
    List<Track> changed = new ArrayList<>();
    switch (fault.kind()) {
      case "blackout" -> {}
      case "merge" -> merge(frame.tracks(), changed);
      default -> frame.tracks().forEach(each -> strike(each, changed));
    }
    if (fault.kind().equals("ghost")) {
      place().ifPresent(pose -> changed.add(ghostAt(pose, nowNs)));
    }
    return new Tracks(frame.timeNs(), changed);
  }

  /** Where the ghost stands: ahead of where the ego was when it appeared. */
  private Optional<Pose2> place() {
    if (ghost == null) {
      ghost = surroundings.pose().map(this::ahead).orElse(null);
    }
    return Optional.ofNullable(ghost);
  }

  private Pose2 ahead(EgoPose ego) {
    Pose2 pose = ego.mapFromBase().toPose2();
    Vec2 at = pose.apply(new Vec2(fault.severity(), 0.0));
    return new Pose2(at.x(), at.y(), pose.yaw());
  }

  private Track ghostAt(Pose2 pose, long nowNs) {
    return new Track(
        OWN_IDS,
        ObjectClass.CAR,
        0.95,
        pose,
        0.0,
        GHOST,
        Vec2.ZERO,
        0.0,
        0.0,
        0.99,
        0.1,
        0.1,
        Math.max(0, nowNs - fault.startNs()),
        0);
  }

  private void strike(Track each, List<Track> changed) {
    boolean isHit = Hash.unit(fault.seed() ^ each.id()) < fault.severity();
    switch (fault.kind()) {
      case "miss" -> {
        if (!isHit) {
          changed.add(each);
        }
      }
      case "class_flip" ->
        changed.add(
            isHit
                ? with(
                    each,
                    each.id(),
                    Mistakes.mistaken(each.objectClass()),
                    each.center(),
                    each.size())
                : each);
      case "split" -> {
        if (isHit) {
          changed.add(half(each, each.id(), 1.0));
          changed.add(half(each, OWN_IDS + each.id(), -1.0));
        } else {
          changed.add(each);
        }
      }
      default -> changed.add(each);
    }
  }

  private static Track half(Track each, int id, double side) {
    return with(
        each,
        id,
        each.objectClass(),
        Mistakes.half(each.center(), each.size(), side),
        Mistakes.half(each.size()));
  }

  private void merge(List<Track> all, List<Track> changed) {
    boolean[] isGone = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      Track merged = all.get(i);
      for (int j = i + 1; j < all.size() && !isGone[i]; j++) {
        double apart =
            all.get(j).center().position().minus(merged.center().position()).length();
        if (!isGone[j] && apart < fault.severity()) {
          merged = with(
              merged,
              merged.id(),
              merged.objectClass(),
              Mistakes.between(merged.center(), all.get(j).center()),
              Mistakes.around(merged.size(), all.get(j).size(), apart));
          isGone[j] = true;
        }
      }
      if (!isGone[i]) {
        changed.add(merged);
      }
    }
  }

  private static Track with(Track each, int id, ObjectClass as, Pose2 center, Size3 size) {
    return new Track(
        id,
        as,
        each.classConfidence(),
        center,
        each.bottomZ(),
        size,
        each.velocityMps(),
        each.accelMps2(),
        each.yawRateRadps(),
        each.existence(),
        each.positionStdM(),
        each.velocityStdMps(),
        each.ageNs(),
        each.coastedNs());
  }
}
