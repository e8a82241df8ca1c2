package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.vehicle.VehicleDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * U12: a plan that goes on into a track of a known class within two seconds, the track moving on as it does. Who comes from behind is not
 * the plan's matter, nor is a plan that nearly stands by then.
 */
final class OccupiedCheck implements Check {
  private static final long STEP_NS = 250_000_000L;
  private static final int STEPS = 8;
  private static final long TRACKS_AGE_NS_MAX = 300_000_000L;
  private static final double NS = 1e-9;
  private static final double MOVING_MPS = 1.0;
  private static final double EXISTENCE_MIN = 0.9;

  /** Taken off each side of the car, since boxes are rough. */
  private static final double MARGIN_M = 0.2;

  private Tracks tracks = new Tracks(0, List.of());
  private @Nullable VehicleDescription vehicle;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof VehicleDescription description) {
      vehicle = description;
    } else if (value instanceof Tracks newest) {
      tracks = newest;
    } else if (value instanceof Plan plan && !plan.nominal().isEmpty()) {
      VehicleDescription car = vehicle;
      boolean isFresh = plan.timeNs() - tracks.timeNs() <= TRACKS_AGE_NS_MAX;
      if (car != null && isFresh) {
        look(plan, car, alarms);
      }
    }
  }

  private void look(Plan plan, VehicleDescription car, Consumer<Alarm> alarms) {
    for (Track track : tracks.tracks()) {
      boolean isSure =
          track.objectClass() != ObjectClass.UNKNOWN && track.existence() >= EXISTENCE_MIN;
      Optional<Long> met = isSure ? met(plan, car, track) : Optional.empty();
      if (met.isPresent()) {
        alarms.accept(new Alarm(
            plan.timeNs(),
            "U12",
            Owner.PLANNING,
            "occupied",
            "plan",
            0.5,
            String.format(
                Locale.ROOT,
                "the plan enters track %d after %.1f s",
                track.id(),
                (met.get() - plan.timeNs()) * NS)));
        return;
      }
    }
  }

  /** When the plan meets the track; empty when it does not, or when they meet already. */
  private Optional<Long> met(Plan plan, VehicleDescription car, Track track) {
    Trajectory way = plan.nominal();
    for (int i = 0; i <= STEPS; i++) {
      long now = plan.timeNs() + i * STEP_NS;
      if (now > way.last().timeNs()) {
        return Optional.empty();
      }
      TrajectoryPoint there = way.at(now);
      Box2 place = moved(track, (now - tracks.timeNs()) * NS);
      if (outline(there, car).intersects(place)) {
        boolean isPlans = i > 0
            && there.speedMps() > MOVING_MPS
            && there.pose().applyInverse(place.center().position()).x() > 0.0;
        return isPlans ? Optional.of(now) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Box2 moved(Track track, double seconds) {
    Vec2 center = track.center().position().plus(track.velocityMps().times(seconds));
    return new Box2(
        new Pose2(center.x(), center.y(), track.center().yaw()),
        track.size().lengthM(),
        track.size().widthM());
  }

  private static Box2 outline(TrajectoryPoint there, VehicleDescription car) {
    double forward = 0.5 * car.lengthM() - car.rearOverhangM();
    Vec2 center = there.pose().apply(new Vec2(forward, 0.0));
    return new Box2(
        new Pose2(center.x(), center.y(), there.yaw()),
        car.lengthM() - 2.0 * MARGIN_M,
        car.widthM() - 2.0 * MARGIN_M);
  }
}
