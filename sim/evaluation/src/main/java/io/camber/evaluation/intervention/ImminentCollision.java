package io.camber.evaluation.intervention;

import io.camber.evaluation.safety.CollisionType;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.truth.ActorTruth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Trigger T1: what the ego is doing now (its acceleration and yaw rate kept) hits within 1.0 s where the others really go, and
 * the ego would be at fault; or it would take more than 6 m/s2 not to hit whom it heads for ({@link RequiredBraking}). The others'
 * futures are those of the drive itself, so each instant is judged one second later, the last ones at the end by what there is.
 */
final class ImminentCollision {
  private static final long HORIZON_NS = 1_000_000_000L;
  private static final double STEP_S = 0.02;
  private static final double ROUNDING_M = 1e-3;

  private final Set<String> touched;
  private final Deque<Moment> recent = new ArrayDeque<>();
  private final RequiredBraking braking = new RequiredBraking();
  private boolean quiet = true;

  /** An instant, how the others came there from the one before, and who had been hit by then. */
  private record Moment(
      Situation situation,
      Vec2 forward,
      Legs legs,
      Set<String> touched,
      Optional<String> braking) {}

  /** Where another actor goes between two instants; nowhere on the way further than {@code reachM} from where it began. */
  private record Leg(ActorTruth actor, Box2 from, Box2 to, double radiusM, double reachM) {
    static Leg of(ActorTruth actor, Box2 from, Box2 to) {
      double wayM = from.center().position().distanceTo(to.center().position());
      return new Leg(actor, from, to, to.radius(), wayM + to.radius());
    }

    /** True when the other's box may meet one of that radius at a share of the way; never false when it does. */
    boolean isNear(Box2 box, double share) {
      return isNear(box.center().x(), box.center().y(), box.radius(), share);
    }

    boolean isNear(double x, double y, double withinM, double share) {
      double dx = from.center().x() + share * (to.center().x() - from.center().x()) - x;
      double dy = from.center().y() + share * (to.center().y() - from.center().y()) - y;
      double reach = withinM + radiusM + ROUNDING_M;
      return dx * dx + dy * dy <= reach * reach;
    }
  }

  /** Everybody's; where each began and how far it reaches stand side by side, as of most nothing else is ever asked. */
  private static final class Legs {
    private static final int NUMBERS = 3;

    private final List<Leg> legs = new ArrayList<>();
    private final double[] reaches;

    Legs(int most) {
      reaches = new double[NUMBERS * most];
    }

    void add(Leg leg) {
      int row = NUMBERS * legs.size();
      reaches[row] = leg.from().center().x();
      reaches[row + 1] = leg.from().center().y();
      reaches[row + 2] = leg.reachM();
      legs.add(leg);
    }

    /** Those that come within a distance of a point. */
    List<Leg> within(double distanceM, double x, double y) {
      List<Leg> near = List.of();
      for (int i = 0; i < legs.size(); i++) {
        double dx = reaches[NUMBERS * i] - x;
        double dy = reaches[NUMBERS * i + 1] - y;
        double reach = distanceM + reaches[NUMBERS * i + 2];
        if (dx * dx + dy * dy <= reach * reach) {
          near = near.isEmpty() ? new ArrayList<>() : near;
          near.add(legs.get(i));
        }
      }
      return near;
    }
  }

  /** A predicted hit. */
  record Hit(long timeNs, String detail) {}

  ImminentCollision(Set<String> touched) {
    this.touched = touched;
  }

  /** Adds the newest instant; hits that the instants one second ago were heading for. */
  List<Hit> update(Situation situation) {
    Moment last = recent.peekLast();
    recent.addLast(new Moment(
        situation,
        situation.footprint().center().forward(),
        last == null ? new Legs(0) : legs(last.situation(), situation),
        last != null && last.touched().size() == touched.size()
            ? last.touched()
            : new TreeSet<>(touched),
        braking.update(situation, touched)));
    quiet = true;
    List<Hit> hits = new ArrayList<>();
    while (situation.timeNs() - recent.getFirst().situation().timeNs() >= HORIZON_NS) {
      Moment start = recent.removeFirst();
      Optional<Hit> hit = judge(start);
      quiet = hit.isEmpty();
      hit.ifPresent(hits::add);
    }
    return hits;
  }

  /** Hits that the instants of the last second were heading for, as far as the drive tells. */
  List<Hit> finish() {
    List<Hit> hits = new ArrayList<>();
    while (!recent.isEmpty()) {
      judge(recent.removeFirst()).ifPresent(hits::add);
    }
    return hits;
  }

  /** True when the newest judged instant had no hit. */
  boolean isQuiet() {
    return quiet;
  }

  private Optional<Hit> judge(Moment start) {
    Situation from = start.situation();
    if (start.braking().isPresent()) {
      return Optional.of(new Hit(from.timeNs(), start.braking().get()));
    }
    Set<String> met = new TreeSet<>(start.touched());
    for (Moment to : recent) {
      Optional<Hit> hit = between(start, from, to, met);
      if (hit.isPresent()) {
        return hit;
      }
      from = to.situation();
    }
    return Optional.empty();
  }

  /**
   * The others move linearly between two instants; the ego is carried on from {@code start}. Only the first contact with each
   * actor counts; {@code met} remembers those without fault.
   */
  private static Optional<Hit> between(
      Moment began, Situation from, Moment moment, Set<String> met) {
    Situation start = began.situation();
    Situation to = moment.situation();
    List<Leg> legs = whoMayMeet(start, moment);
    if (legs.isEmpty()) {
      return Optional.empty();
    }
    for (double time = from.timeS() + STEP_S; time < to.timeS() + STEP_S / 2.0; time += STEP_S) {
      double elapsed = time - start.timeS();
      double share = (time - from.timeS()) / (to.timeS() - from.timeS());
      if (isClear(began, elapsed, legs, share)) {
        continue;
      }
      double speed = speedAfter(start, elapsed);
      Pose2 rear = carriedOn(start, elapsed);
      Box2 ego = boxAt(start, rear);
      for (int i = 0; i < legs.size(); i++) {
        ActorTruth actor = legs.get(i).actor();
        if (legs.get(i).isNear(ego, share) && !met.contains(actor.name())) {
          Box2 other = blend(legs.get(i).from(), legs.get(i).to(), share);
          if (ego.intersects(other)) {
            met.add(actor.name());
            CollisionType type = CollisionType.of(rear, ego, speed, other, actor.speedMps());
            if (type.isAtFault(start.lane().withinOneLane())) {
              return Optional.of(new Hit(start.timeNs(), detail(actor, elapsed)));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Those within what the ego can cover by then, whichever way it turns. */
  private static List<Leg> whoMayMeet(Situation start, Moment moment) {
    double longest = moment.situation().timeS() - start.timeS() + STEP_S;
    double way = Math.abs(start.speedMps()) * longest
        + 0.5 * Math.abs(start.ego().accelMps2()) * longest * longest;
    double swing =
        Math.abs(start.ego().centerOffsetM()) + Math.abs(start.ego().centerOffsetLeftM());
    double own = way + 2.0 * swing + start.footprint().radius() + ROUNDING_M;
    Pose2 middle = start.footprint().center();
    return moment.legs().within(own, middle.x(), middle.y());
  }

  /**
   * True only when nobody can be near then. The ego is taken straight on; by the turn it makes meanwhile its middle is at most the
   * way by half of that turn and its offset from the rear axle by all of it elsewhere.
   */
  private static boolean isClear(Moment began, double elapsed, List<Leg> legs, double share) {
    Situation start = began.situation();
    double moving = movingS(start, elapsed);
    double way = wayM(start, moving);
    double turn = Math.abs(start.ego().yawRateRadps() * moving);
    double swing =
        Math.abs(start.ego().centerOffsetM()) + Math.abs(start.ego().centerOffsetLeftM());
    double slack = start.footprint().radius() + (Math.abs(way) / 2.0 + swing) * turn + ROUNDING_M;
    double x = start.footprint().center().x() + way * began.forward().x();
    double y = start.footprint().center().y() + way * began.forward().y();
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i).isNear(x, y, slack, share)) {
        return false;
      }
    }
    return true;
  }

  /** Everybody who is there at both instants. */
  private static Legs legs(Situation from, Situation to) {
    Legs legs = new Legs(to.others().size());
    for (int i = 0; i < to.others().size(); i++) {
      ActorTruth actor = to.others().get(i);
      int before = placeOf(actor.name(), i, from.others());
      if (before >= 0) {
        legs.add(Leg.of(actor, from.boxes().get(before), to.boxes().get(i)));
      }
    }
    return legs;
  }

  /** Place of a name among the actors, most often the one that is guessed; -1 when it is not there. */
  private static int placeOf(String name, int guess, List<ActorTruth> actors) {
    if (guess < actors.size() && actors.get(guess).name().equals(name)) {
      return guess;
    }
    for (int i = 0; i < actors.size(); i++) {
      if (actors.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static String detail(ActorTruth actor, double elapsed) {
    return String.format(
        Locale.ROOT, "going on like this hits %s in %.1f s", actor.name(), elapsed);
  }

  private static double speedAfter(Situation start, double elapsed) {
    return Math.max(0.0, start.speedMps() + start.ego().accelMps2() * elapsed);
  }

  /** How long it moves until then. */
  private static double movingS(Situation start, double elapsed) {
    double accel = start.ego().accelMps2();
    return accel < 0.0 ? Math.min(elapsed, start.speedMps() / -accel) : elapsed;
  }

  private static double wayM(Situation start, double moving) {
    return start.speedMps() * moving + 0.5 * start.ego().accelMps2() * moving * moving;
  }

  /** Constant acceleration down to standstill, constant yaw rate; the mid-time heading gives the chord. */
  private static Pose2 carriedOn(Situation start, double elapsed) {
    double moving = movingS(start, elapsed);
    double distance = wayM(start, moving);
    double turn = start.ego().yawRateRadps() * moving;
    Pose2 pose = start.rearAxle();
    Pose2 chord = new Pose2(pose.x(), pose.y(), pose.yaw() + turn / 2.0);
    Vec2 end = chord.apply(new Vec2(distance, 0.0));
    return new Pose2(end.x(), end.y(), pose.yaw() + turn);
  }

  private static Box2 boxAt(Situation start, Pose2 rear) {
    Vec2 middle =
        rear.apply(new Vec2(start.ego().centerOffsetM(), start.ego().centerOffsetLeftM()));
    return new Box2(
        new Pose2(middle.x(), middle.y(), rear.yaw()),
        start.footprint().lengthM(),
        start.footprint().widthM());
  }

  private static Box2 blend(Box2 a, Box2 b, double share) {
    Pose2 center = new Pose2(
        a.center().x() + share * (b.center().x() - a.center().x()),
        a.center().y() + share * (b.center().y() - a.center().y()),
        b.center().yaw());
    return new Box2(center, b.lengthM(), b.widthM());
  }
}
