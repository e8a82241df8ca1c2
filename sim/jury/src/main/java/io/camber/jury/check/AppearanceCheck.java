package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Vec2;
import io.camber.pose.EgoPose;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * U4: a road user appears or vanishes in plain view, near the ego. Not asked in the first two seconds, and not of those who stood
 * behind somebody else.
 */
final class AppearanceCheck implements Check {
  private static final double RANGE_M_MAX = 30.0;
  private static final long WARM_UP_NS = 2_000_000_000L;

  /** As far as a track may lie beside the line of sight to another and still hide it. */
  private static final double SHADOW_M = 1.5;

  private @Nullable Vec2 ego;
  private List<Track> before = List.of();
  private long firstNs = -1;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose pose) {
      ego = pose.mapFromBase().toPose2().position();
    } else if (value instanceof Tracks tracks) {
      look(tracks, alarms);
      before = tracks.tracks();
    }
  }

  private void look(Tracks tracks, Consumer<Alarm> alarms) {
    Vec2 eye = ego;
    firstNs = firstNs < 0 ? tracks.timeNs() : firstNs;
    if (eye == null || tracks.timeNs() - firstNs < WARM_UP_NS) {
      return;
    }
    raise(eye, tracks.tracks(), before, tracks.timeNs(), "appears", alarms);
    raise(eye, before, tracks.tracks(), tracks.timeNs(), "vanishes", alarms);
  }

  /** Those of one list that the other has not. */
  private static void raise(
      Vec2 eye,
      List<Track> some,
      List<Track> others,
      long timeNs,
      String verb,
      Consumer<Alarm> alarms) {
    for (Track track : some) {
      double range = track.center().position().distanceTo(eye);
      boolean alone = others.stream().noneMatch(one -> one.id() == track.id());
      if (alone
          && track.objectClass() != ObjectClass.UNKNOWN
          && range < RANGE_M_MAX
          && !isHidden(eye, track, some)
          && !isHidden(eye, track, others)) {
        alarms.accept(new Alarm(
            timeNs,
            "U4",
            Owner.PERCEPTION,
            Classes.label(track.objectClass()),
            "track " + track.id(),
            1.0,
            String.format(
                Locale.ROOT,
                "a %s %s in plain view %.0f m away",
                Classes.label(track.objectClass()),
                verb,
                range)));
      }
    }
  }

  private static boolean isHidden(Vec2 eye, Track track, List<Track> tracks) {
    Vec2 sight = track.center().position().minus(eye);
    double length = sight.length();
    for (Track other : tracks) {
      Vec2 offset = other.center().position().minus(eye);
      double along = length > 0.0 ? offset.dot(sight) / length : 0.0;
      double across = length > 0.0 ? Math.abs(offset.cross(sight)) / length : 0.0;
      double reach = SHADOW_M + other.size().lengthM() / 2.0;
      if (other.id() != track.id() && along > 0.0 && along < length && across < reach) {
        return true;
      }
    }
    return false;
  }
}
