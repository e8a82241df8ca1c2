package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.matching.BoxOverlap;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.pose.EgoPose;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * U16: two versions on the same drive disagree about what lies in the corridor before the car. Which of them is right nobody knows: such
 * moments are worth a label.
 */
public final class VersionCheck implements Check {
  /** The corridor: so far ahead and so far to either side. */
  private static final double AHEAD_M = 60.0;

  private static final double BESIDE_M = 4.0;

  /** Less shared than this is no agreement. */
  private static final double SHARE_MIN = 0.3;

  /** Messages of the other version this near in time are compared. */
  private static final long NEAR_NS = 60_000_000L;

  private final NavigableMap<Long, Tracks> others;
  private @Nullable Pose2 ego;

  /**
   * A check against one other version.
   *
   * @param others what it published on the same drive, by time
   */
  public VersionCheck(NavigableMap<Long, Tracks> others) {
    this.others = new TreeMap<>(others);
  }

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose pose) {
      ego = pose.mapFromBase().toPose2();
    } else if (value instanceof Tracks tracks) {
      var other = others.floorEntry(tracks.timeNs() + NEAR_NS);
      if (ego != null && other != null && other.getKey() > tracks.timeNs() - NEAR_NS) {
        compare(tracks, other.getValue(), "the other version sees nothing there", alarms);
        compare(other.getValue(), tracks, "the other version alone sees it", alarms);
      }
    }
  }

  private void compare(Tracks some, Tracks others, String detail, Consumer<Alarm> alarms) {
    for (Track track : some.tracks()) {
      boolean agreed = others.tracks().stream()
          .anyMatch(one -> BoxOverlap.share(track.footprint(), one.footprint()) >= SHARE_MIN);
      if (track.objectClass() != ObjectClass.UNKNOWN && isInCorridor(track) && !agreed) {
        alarms.accept(new Alarm(
            some.timeNs(),
            "U16",
            Owner.PERCEPTION,
            Classes.label(track.objectClass()),
            "track " + track.id(),
            0.5,
            String.format(Locale.ROOT, "a %s: %s", Classes.label(track.objectClass()), detail)));
      }
    }
  }

  private boolean isInCorridor(Track track) {
    Pose2 from = ego;
    if (from == null) {
      return false;
    }
    Vec2 place = from.inverse().apply(track.center().position());
    return place.x() > 0.0 && place.x() < AHEAD_M && Math.abs(place.y()) < BESIDE_M;
  }
}
