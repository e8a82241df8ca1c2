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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tracks of what is not there, no tracks of what is, and mistaken ones. Which track is struck follows from its id and stays. */
final class TrackFault implements Distortion<Tracks> {
  /** Ids from here on are none of the tracker's. */
  private static final int OWN_IDS = 1_000_000;

  private final FaultTruth fault;
  private final Surroundings surroundings;
  private final ObjectFault<Track> objects;
  private @Nullable Pose2 ghost;

  TrackFault(FaultTruth fault, Surroundings surroundings) {
    this.fault = fault;
    this.surroundings = surroundings;
    objects = new ObjectFault<>(
        fault, new TrackForm(), each -> Hash.unit(fault.seed() ^ each.id()) < fault.severity());
  }

  @Override
  public Tracks apply(Tracks frame, long nowNs) {
    List<Track> changed = objects.apply(frame.tracks());
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
        Mistakes.GHOST,
        Vec2.ZERO,
        0.0,
        0.0,
        0.99,
        0.1,
        0.1,
        Math.max(0, nowNs - fault.startNs()),
        0);
  }

  private static final class TrackForm implements ObjectFault.Form<Track> {
    @Override
    public ObjectClass objectClass(Track each) {
      return each.objectClass();
    }

    @Override
    public Pose2 center(Track each) {
      return each.center();
    }

    @Override
    public Size3 size(Track each) {
      return each.size();
    }

    @Override
    public Track with(Track each, ObjectClass as, Pose2 center, Size3 size) {
      return copy(each, each.id(), as, center, size);
    }

    @Override
    public Track asAnother(Track half) {
      return copy(half, OWN_IDS + half.id(), half.objectClass(), half.center(), half.size());
    }

    private static Track copy(Track each, int id, ObjectClass as, Pose2 center, Size3 size) {
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
}
