package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Angles;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** U2: nothing of that class moves like that. */
final class MotionCheck implements Check {
  private static final double ACCEL_MPS2_MAX = 12.0;
  private static final double YAW_RATE_RADPS_MAX = 1.5;
  private static final double SLIP_MAX = Math.toRadians(30.0);
  private static final double SLIP_MPS_MIN = 3.0;
  private static final double HARD = 1.5;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Tracks tracks) {
      for (Track track : tracks.tracks()) {
        fault(track)
            .ifPresent(what -> alarms.accept(new Alarm(
                tracks.timeNs(),
                "U2",
                Owner.PERCEPTION,
                Classes.label(track.objectClass()),
                "track " + track.id(),
                severity(track),
                "a " + Classes.label(track.objectClass()) + " " + what)));
      }
    }
  }

  private static double severity(Track track) {
    boolean hard = track.speedMps() > HARD * Classes.speedMpsMax(track.objectClass())
        || Math.abs(track.accelMps2()) > HARD * ACCEL_MPS2_MAX;
    return hard ? 1.0 : 0.5;
  }

  private static Optional<String> fault(Track track) {
    if (track.speedMps() > Classes.speedMpsMax(track.objectClass())) {
      return Optional.of(String.format(Locale.ROOT, "at %.1f m/s", track.speedMps()));
    }
    if (Math.abs(track.accelMps2()) > ACCEL_MPS2_MAX) {
      return Optional.of(String.format(Locale.ROOT, "accelerates by %.1f m/s2", track.accelMps2()));
    }
    boolean rolls =
        track.objectClass() != ObjectClass.PEDESTRIAN && track.objectClass() != ObjectClass.UNKNOWN;
    if (rolls && Math.abs(track.yawRateRadps()) > YAW_RATE_RADPS_MAX) {
      return Optional.of(String.format(Locale.ROOT, "turns at %.1f rad/s", track.yawRateRadps()));
    }
    if (rolls && track.speedMps() > SLIP_MPS_MIN && slip(track) > SLIP_MAX) {
      return Optional.of(
          String.format(Locale.ROOT, "slides by %.0f degrees", Math.toDegrees(slip(track))));
    }
    return Optional.empty();
  }

  /** Between heading and course; backwards counts as forwards. */
  private static double slip(Track track) {
    double course =
        StrictMath.atan2(track.velocityMps().y(), track.velocityMps().x());
    double off = Math.abs(Angles.difference(course, track.center().yaw()));
    return Math.min(off, Math.PI - off);
  }
}
