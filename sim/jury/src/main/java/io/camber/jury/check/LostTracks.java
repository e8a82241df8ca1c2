package io.camber.jury.check;

import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tracks that ended within the last second, and where they would be. */
final class LostTracks {
  static final long GAP_NS_MAX = 1_000_000_000L;
  private static final double NEAR_M = 2.0;
  private static final double NS = 1e-9;

  private final List<Lost> lost = new ArrayList<>();
  private List<Track> before = List.of();

  /**
   * A track that is gone.
   *
   * @param timeNs of the first message without it
   * @param around who is in that message
   */
  record Lost(Track track, long timeNs, List<Track> around) {
    private double offM(Track other, long now) {
      Vec2 there = track.center().position().plus(track.velocityMps().times((now - timeNs) * NS));
      return there.distanceTo(other.center().position());
    }
  }

  /** What a message changes: new tracks of a class, and those that are in it no more. */
  record Change(List<Track> begun, List<Track> ended, List<Track> before) {}

  /** Those that begin here may be {@link #backAs} of those that ended in messages before, not in this one. */
  Change next(Tracks tracks) {
    lost.removeIf(one -> tracks.timeNs() - one.timeNs() > GAP_NS_MAX);
    Change change =
        new Change(missing(tracks.tracks(), before), missing(before, tracks.tracks()), before);
    before = tracks.tracks();
    return change;
  }

  /** To be told after those that begin in the same message were asked about. */
  void end(List<Track> ended, Tracks tracks) {
    ended.forEach(track -> lost.add(new Lost(track, tracks.timeNs(), tracks.tracks())));
  }

  /** Who it was before, when somebody of its class was lost where it is now. */
  Optional<Lost> backAs(Track track, long now) {
    return lost.stream()
        .filter(one -> one.track().objectClass() == track.objectClass())
        .filter(one -> one.offM(track, now) < NEAR_M)
        .min(Comparator.comparingDouble(one -> one.offM(track, now)));
  }

  private static List<Track> missing(List<Track> some, List<Track> others) {
    return some.stream()
        .filter(track -> track.objectClass() != ObjectClass.UNKNOWN)
        .filter(track -> others.stream().noneMatch(one -> one.id() == track.id()))
        .toList();
  }
}
