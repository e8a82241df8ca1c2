package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Pose2;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * U3 and U4: road users that come and go in plain view. A track that ends, and another of its class that begins within a second where
 * the first would be, are one thing that was lost and found again (U3); who ends or begins alone has vanished or appeared (U4). A loss is
 * told once, as one or the other. Not asked of who stands behind somebody else. U3 not beyond 60 m, or what the ego drives in four
 * seconds, where a car returns a handful of points every other look and nobody drives by it yet; U4 not beyond 30 m, in the first two
 * seconds, or near the border of what the lidar sees.
 */
final class PresenceCheck implements Check {
  private static final double RANGE_M = 60.0;
  private static final double RANGE_S = 4.0;
  private static final double ALONE_RANGE_M = 30.0;
  private static final double BORDER_M = 5.0;
  private static final long WARM_UP_NS = 2_000_000_000L;
  private static final double NS = 1e-9;

  private final LostTracks lost = new LostTracks();
  private final LidarView view = new LidarView();
  private final List<Vanished> vanished = new ArrayList<>();
  private @Nullable Pose2 ego;
  private double rangeM = RANGE_M;
  private long firstNs = -1;

  /** Not told before it is clear that it does not come back. */
  private record Vanished(Track track, Alarm alarm) {}

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose pose) {
      ego = pose.mapFromBase().toPose2();
      rangeM = Math.max(RANGE_M, RANGE_S * pose.twist().forwardMps());
    } else if (value instanceof LidarCalibration calibration
        && envelope.topic().equals(Topics.LIDAR_CALIBRATION.name())) {
      view.mounted(calibration);
    } else if (value instanceof LidarSweep sweep) {
      view.add(sweep);
    } else if (value instanceof Tracks tracks) {
      look(tracks, alarms);
    }
  }

  @Override
  public void onEnd(long timeNs, Consumer<Alarm> alarms) {
    vanished.forEach(one -> alarms.accept(one.alarm()));
    vanished.clear();
  }

  private void look(Tracks tracks, Consumer<Alarm> alarms) {
    long now = tracks.timeNs();
    firstNs = firstNs < 0 ? now : firstNs;
    LostTracks.Change change = lost.next(tracks);
    tell(now, alarms);
    for (Track track : change.begun()) {
      lost.backAs(track, now).ifPresentOrElse(old -> back(old, track, tracks, alarms), () -> {
        if (isAloneInView(track, change.before(), tracks)) {
          alarms.accept(alone(track, now, "appears"));
        }
      });
    }
    for (Track track : change.ended()) {
      if (isAloneInView(track, change.before(), tracks)) {
        vanished.add(new Vanished(track, alone(track, now, "vanishes")));
      }
    }
    lost.end(change.ended(), tracks);
  }

  private void tell(long now, Consumer<Alarm> alarms) {
    vanished.removeIf(one -> {
      boolean isOver = now - one.alarm().timeNs() > LostTracks.GAP_NS_MAX;
      if (isOver) {
        alarms.accept(one.alarm());
      }
      return isOver;
    });
  }

  private void back(LostTracks.Lost old, Track track, Tracks tracks, Consumer<Alarm> alarms) {
    vanished.removeIf(one -> one.track().id() == old.track().id());
    Pose2 eye = ego;
    boolean isNear = eye == null || rangeM(eye, track) < rangeM;
    boolean isHidden = eye != null
        && (Sightlines.isHidden(eye.position(), track, tracks.tracks())
            || Sightlines.isHidden(eye.position(), old.track(), old.around()));
    if (isNear && !isHidden) {
      alarms.accept(new Alarm(
          tracks.timeNs(),
          "U3",
          Owner.PERCEPTION,
          Classes.label(track.objectClass()),
          "track " + track.id(),
          1.0,
          String.format(
              Locale.ROOT,
              "track %d was lost and comes back as %d after %.1f s",
              old.track().id(),
              track.id(),
              (tracks.timeNs() - old.timeNs()) * NS)));
    }
  }

  /** Near, and with nothing before it in either message. */
  private boolean isAloneInView(Track track, List<Track> before, Tracks tracks) {
    Pose2 eye = ego;
    return eye != null
        && tracks.timeNs() - firstNs >= WARM_UP_NS
        && rangeM(eye, track) < ALONE_RANGE_M
        && view.isInside(eye.applyInverse(track.center().position()), BORDER_M)
        && !Sightlines.isHidden(eye.position(), track, before)
        && !Sightlines.isHidden(eye.position(), track, tracks.tracks());
  }

  private Alarm alone(Track track, long now, String verb) {
    Pose2 eye = ego == null ? Pose2.IDENTITY : ego;
    return new Alarm(
        now,
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
            rangeM(eye, track)));
  }

  private static double rangeM(Pose2 eye, Track track) {
    return track.center().position().distanceTo(eye.position());
  }
}
