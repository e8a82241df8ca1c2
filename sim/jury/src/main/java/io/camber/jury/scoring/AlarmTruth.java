package io.camber.jury.scoring;

import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.jury.check.Alarm;
import io.camber.pose.EgoPose;
import io.camber.scene.Detections;
import io.camber.scene.RoadUserKind;
import io.camber.scene.Track;
import io.camber.truth.ActorTruth;
import io.camber.truth.FaultTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds an alarm against the truth of its moment: was something wrong, and was it what the check says. */
final class AlarmTruth {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final double SIZE_SHARE = 0.25;
  private static final double SPEED_MPS = 2.0;
  private static final double ACCEL_MPS2 = 3.0;
  private static final double YAW_RATE_RADPS = 0.5;
  private static final double HEADING = Math.toRadians(30.0);
  private static final double PLACE_M = 1.0;
  private static final double FORECAST_PLACE_M = 3.0;
  private static final double POSE_M = 0.5;

  /** What a fault did may be seen so long after it has ended. */
  private static final long AFTERMATH_NS = 5 * SECOND_NS;

  private static final Pattern PLACE = Pattern.compile("\\w+ at (-?[\\d.]+) (-?[\\d.]+)");

  private final TruthMemory memory;
  private final MotionTruth motion;

  AlarmTruth(TruthMemory memory) {
    this.memory = memory;
    this.motion = new MotionTruth(memory);
  }

  Word of(Alarm alarm) {
    return switch (alarm.check()) {
      case "U5" -> identity(alarm);
      case "U12" -> motion.plan(alarm);
      case "U13" -> motion.control(alarm);
      case "U14" -> time(alarm);
      case "U11" ->
        alarm.kind().equals("innovation") && isStruck(alarm) ? Word.RIGHT : pose(alarm.timeNs());
      case "U15" -> sensor(alarm);
      case "U7" -> agreement(alarm);
      case "U9" -> detection(alarm);
      case "U6" -> overlap(alarm);
      default -> track(alarm);
    };
  }

  private Word track(Alarm alarm) {
    Optional<TruthFrame> frame = memory.frame(alarm.timeNs());
    List<Track> named = memory.named(alarm.subject(), alarm.timeNs());
    if (frame.isEmpty() || named.isEmpty()) {
      return Word.UNKNOWN;
    }
    Track track = named.get(0);
    Optional<ActorTruth> actor = TruthMemory.actorAt(frame.get(), track.footprint());
    if (actor.isEmpty()) {
      return Word.RIGHT;
    }
    return word(
        switch (alarm.check()) {
          case "U1" -> isAnother(track, actor.get());
          case "U2" -> movesOtherwise(track, actor.get());
          case "U3", "U4" -> wasThere(actor.get(), alarm.timeNs());
          case "U8" -> isElsewhere(track, actor.get());
          case "U10" -> distanceM(track, actor.get()) < FORECAST_PLACE_M;
          default -> false;
        });
  }

  /** One of the two that it was said to be is not who is there; right as well when nobody is. */
  private Word identity(Alarm alarm) {
    List<Track> now = memory.named(alarm.subject(), alarm.timeNs());
    List<Track> before = memory.named(alarm.subject(), alarm.timeNs() - 1);
    if (now.isEmpty() || before.isEmpty()) {
      return Word.UNKNOWN;
    }
    Optional<Boolean> isNow = isMistaken(now.get(0), alarm.timeNs());
    Optional<Boolean> wasBefore = isMistaken(before.get(0), alarm.timeNs() - 1);
    if (isNow.isEmpty() || wasBefore.isEmpty()) {
      return Word.UNKNOWN;
    }
    return word(isNow.get() || wasBefore.get());
  }

  private Optional<Boolean> isMistaken(Track track, long timeNs) {
    return memory.frame(timeNs).map(frame -> {
      Optional<ActorTruth> actor = TruthMemory.actorAt(frame, track.footprint());
      return actor.isEmpty() || isAnother(track, actor.get()) || isTurned(track, actor.get());
    });
  }

  /** More than a right angle off: front and back are exchanged. */
  private static boolean isTurned(Track track, ActorTruth actor) {
    double off =
        Angles.difference(track.center().yaw(), actor.footprint().center().yaw());
    return Math.abs(off) > Math.PI / 2.0;
  }

  /**
   * A stamp that goes backwards or lies in the future cannot be right. Silence and old samples are when somebody struck what is silent
   * or old; without that they are how this stack is.
   */
  private Word time(Alarm alarm) {
    boolean isImpossible =
        alarm.detail().startsWith("its stamp") || alarm.detail().startsWith("nothing any more");
    return word(isImpossible || isStruck(alarm));
  }

  /** A fault that the alarm can be due to was on, or had just ended. */
  private boolean isStruck(Alarm alarm) {
    return memory.faults().stream()
        .filter(fault -> FaultRelation.canTell(alarm, fault.target()))
        .anyMatch(fault -> isFresh(fault, alarm.timeNs()));
  }

  private static Word word(boolean right) {
    return right ? Word.RIGHT : Word.WRONG;
  }

  /** Another class, or another size. */
  private static boolean isAnother(Track track, ActorTruth actor) {
    Size3 real = actor.size();
    return track.objectClass() != actor.objectClass()
        || differs(track.size().lengthM(), real.lengthM())
        || differs(track.size().widthM(), real.widthM());
  }

  private static boolean differs(double seen, double real) {
    return Math.abs(seen - real) > SIZE_SHARE * real;
  }

  private static boolean movesOtherwise(Track track, ActorTruth actor) {
    return track.objectClass() != actor.objectClass()
        || track.velocityMps().distanceTo(actor.velocityMps()) > SPEED_MPS
        || Math.abs(track.accelMps2() - actor.accelMps2()) > ACCEL_MPS2
        || Math.abs(track.yawRateRadps() - actor.yawRateRadps()) > YAW_RATE_RADPS
        || headingOff(track, actor) > HEADING;
  }

  private static double headingOff(Track track, ActorTruth actor) {
    double off = Math.abs(
        Angles.difference(track.center().yaw(), actor.footprint().center().yaw()));
    return Math.min(off, Math.PI - off);
  }

  /** It stood in sight all the second before and does now: who loses or finds it then has been mistaken. */
  private boolean wasThere(ActorTruth actor, long timeNs) {
    for (long back = 0; back <= SECOND_NS; back += SECOND_NS / 5) {
      Optional<TruthFrame> frame = memory.frame(timeNs - back);
      Optional<ActorTruth> then = frame.flatMap(one -> one.findActor(actor.name()));
      if (then.isEmpty() || !TruthMemory.isInSight(frame.get(), then.get())) {
        return false;
      }
    }
    return true;
  }

  /** The one the track follows does not drive where or as the track says. */
  private static boolean isElsewhere(Track track, ActorTruth actor) {
    return distanceM(track, actor) > PLACE_M
        || headingOff(track, actor) > HEADING
        || track.velocityMps().distanceTo(actor.velocityMps()) > SPEED_MPS;
  }

  private static double distanceM(Track track, ActorTruth actor) {
    return track.center().position().distanceTo(actor.footprint().center().position());
  }

  /**
   * A track that the camera does not see is rightly complained about when nobody is there, somebody of the other kind, or a sensor was
   * struck; a body without a track when somebody is there; different bearings when a sensor was struck.
   */
  private Word agreement(Alarm alarm) {
    Optional<TruthFrame> frame = memory.frame(alarm.timeNs());
    if (frame.isEmpty()) {
      return Word.UNKNOWN;
    }
    boolean isStruck = isStruck(alarm);
    if (alarm.subject().startsWith("bearing") || isStruck) {
      return word(isStruck);
    }
    Optional<Vec2> place = placeIn(alarm.subject());
    if (place.isPresent()) {
      return word(TruthMemory.actorAt(frame.get(), at(place.get())).isPresent());
    }
    List<Track> named = memory.named(alarm.subject(), alarm.timeNs());
    if (named.isEmpty()) {
      return Word.UNKNOWN;
    }
    Optional<RoadUserKind> real = TruthMemory.actorAt(frame.get(), named.get(0).footprint())
        .flatMap(actor -> RoadUserKind.of(actor.objectClass()));
    return word(!real.equals(RoadUserKind.of(named.get(0).objectClass())));
  }

  private static Box2 at(Vec2 place) {
    return new Box2(new Pose2(place.x(), place.y(), 0.0), 0.1, 0.1);
  }

  /** The place that a sighting without a track names: {@code person at 12.0 -3.4}. */
  private static Optional<Vec2> placeIn(String subject) {
    Matcher named = PLACE.matcher(subject);
    return named.matches()
        ? Optional.of(
            new Vec2(Double.parseDouble(named.group(1)), Double.parseDouble(named.group(2))))
        : Optional.empty();
  }

  /** Two that share a place: right unless two real ones do. */
  private Word overlap(Alarm alarm) {
    Optional<TruthFrame> frame = memory.frame(alarm.timeNs());
    List<Track> named = memory.named(alarm.subject(), alarm.timeNs());
    if (frame.isEmpty() || named.size() < 2) {
      return Word.UNKNOWN;
    }
    Optional<ActorTruth> one = TruthMemory.actorAt(frame.get(), named.get(0).footprint());
    Optional<ActorTruth> other = TruthMemory.actorAt(frame.get(), named.get(1).footprint());
    boolean two = one.isPresent()
        && other.isPresent()
        && !one.get().name().equals(other.get().name());
    return word(!two || !one.get().footprint().intersects(other.get().footprint()));
  }

  /** Right when the detection meant is nobody; the one of that distance is meant, as the check names it. */
  private Word detection(Alarm alarm) {
    Optional<TruthFrame> frame = memory.frame(alarm.timeNs());
    Optional<Vec2> named = placeIn(alarm.subject());
    if (named.isPresent() && frame.isPresent()) {
      return word(TruthMemory.actorAt(frame.get(), at(named.get())).isPresent());
    }
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    Optional<Detections> seen = memory.detections(alarm.timeNs());
    if (ego.isEmpty() || seen.isEmpty()) {
      return Word.UNKNOWN;
    }
    Pose2 mapFromBase = ego.get().mapFromReference().toPose2();
    return seen.get().detections().stream()
        .filter(one -> alarm.subject().equals("detection at " + rounded(one.center()) + " m"))
        .map(one -> new Box2(
            mapFromBase.times(one.center()), one.size().lengthM(), one.size().widthM()))
        .map(place -> word(TruthMemory.actorAt(frame.get(), place).isEmpty()))
        .findFirst()
        .orElse(Word.UNKNOWN);
  }

  private static long rounded(Pose2 center) {
    return Math.round(center.position().length());
  }

  /** The published pose is off now, or was within the two seconds that the check looks back. */
  private Word pose(long timeNs) {
    double worst = Double.NaN;
    for (long back = 0; back <= 2 * SECOND_NS; back += SECOND_NS / 10) {
      Optional<EgoPose> said = memory.pose(timeNs - back);
      Optional<ActorTruth> real = memory.frame(timeNs - back).flatMap(TruthFrame::ego);
      if (said.isPresent() && real.isPresent()) {
        double off = said.get()
            .mapFromBase()
            .toPose2()
            .position()
            .distanceTo(real.get().mapFromReference().toPose2().position());
        worst = Double.isNaN(worst) ? off : Math.max(worst, off);
      }
    }
    return Double.isNaN(worst) ? Word.UNKNOWN : word(worst > POSE_M);
  }

  /** A sensor that sees less is right to complain about when something was done to it, or the weather is not clear. */
  private Word sensor(Alarm alarm) {
    Optional<TruthFrame> frame = memory.frame(alarm.timeNs());
    if (frame.isEmpty()) {
      return Word.UNKNOWN;
    }
    return word(isStruck(alarm) || !frame.get().weather().equals(Weather.CLEAR));
  }

  private static boolean isFresh(FaultTruth fault, long timeNs) {
    boolean ended = fault.endNs() < timeNs - AFTERMATH_NS;
    return fault.startNs() <= timeNs && !ended;
  }
}
