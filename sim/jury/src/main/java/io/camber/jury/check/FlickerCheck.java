package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Vec2;
import io.camber.pose.EgoPose;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * U3: a track ends and another begins within a second where the first one would be: the same thing, lost and found again. Not asked
 * beyond 60 m, or what the ego drives in four seconds, where a car returns a handful of points every other look and nobody drives by it yet.
 */
final class FlickerCheck implements Check {
  private static final long GAP_NS_MAX = 1_000_000_000L;
  private static final double NEAR_M = 2.0;
  private static final double RANGE_M = 60.0;
  private static final double RANGE_S = 4.0;
  private static final double NS = 1e-9;

  private @Nullable Vec2 ego;
  private double rangeM = RANGE_M;
  private final List<Lost> lost = new ArrayList<>();
  private List<Track> before = List.of();

  /** A track that is gone. */
  private record Lost(Track track, long timeNs) {
    Vec2 at(long now) {
      return track.center().position().plus(track.velocityMps().times((now - timeNs) * NS));
    }
  }

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose pose) {
      ego = pose.mapFromBase().toPose2().position();
      rangeM = Math.max(RANGE_M, RANGE_S * pose.twist().forwardMps());
    } else if (value instanceof Tracks tracks) {
      long now = tracks.timeNs();
      lost.removeIf(one -> now - one.timeNs() > GAP_NS_MAX);
      for (Track track : tracks.tracks()) {
        boolean isNew = before.stream().noneMatch(one -> one.id() == track.id());
        if (isNew && track.objectClass() != ObjectClass.UNKNOWN && isNear(track)) {
          greet(track, now, alarms);
        }
      }
      for (Track old : before) {
        boolean gone = tracks.tracks().stream().noneMatch(one -> one.id() == old.id());
        if (gone && old.objectClass() != ObjectClass.UNKNOWN) {
          lost.add(new Lost(old, now));
        }
      }
      before = tracks.tracks();
    }
  }

  private boolean isNear(Track track) {
    return ego == null || track.center().position().distanceTo(ego) < rangeM;
  }

  private void greet(Track track, long now, Consumer<Alarm> alarms) {
    for (Lost one : lost) {
      if (one.at(now).distanceTo(track.center().position()) < NEAR_M
          && one.track().objectClass() == track.objectClass()) {
        alarms.accept(new Alarm(
            now,
            "U3",
            Owner.PERCEPTION,
            Classes.label(track.objectClass()),
            "track " + track.id(),
            1.0,
            String.format(
                Locale.ROOT,
                "track %d was lost and comes back as %d after %.1f s",
                one.track().id(),
                track.id(),
                (now - one.timeNs()) * NS)));
        return;
      }
    }
  }
}
