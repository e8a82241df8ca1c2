package io.camber.evaluation.safety;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of oriented boxes, one per actor, with fault. Looks at every frame, not only at the metric rate, so that time and
 * speeds are those of the first contact. After it the actor is out of all later metrics.
 */
public final class CollisionMeasure {
  private static final int THINGS_TOLERATED = 1;

  private final List<Collision> collisions = new ArrayList<>();
  private final SortedSet<String> touched = new TreeSet<>();
  private final double egoMassKg;
  private @Nullable Collision lastAtFault;

  /** @param egoMassKg for the severity of a contact */
  public CollisionMeasure(double egoMassKg) {
    this.egoMassKg = egoMassKg;
  }

  /** Checks one frame; {@code situation} is asked only on a new contact. */
  public void update(TruthFrame frame, ActorTruth ego, Supplier<Situation> situation) {
    Box2 box = ego.footprint();
    for (ActorTruth actor : frame.actors()) {
      if (isNear(box, actor)
          && !actor.name().equals(ego.name())
          && !touched.contains(actor.name())
          && box.intersects(actor.footprint())) {
        touched.add(actor.name());
        add(frame, situation.get(), actor);
      }
    }
  }

  /** False for those who cannot touch the box, wherever their footprint lies about their reference point. */
  private static boolean isNear(Box2 box, ActorTruth actor) {
    double reach = box.radius()
        + (actor.size().lengthM() + actor.size().widthM()) / 2.0
        + Math.abs(actor.centerOffsetM())
        + Math.abs(actor.centerOffsetLeftM());
    double dx = actor.mapFromReference().x() - box.center().x();
    double dy = actor.mapFromReference().y() - box.center().y();
    return dx * dx + dy * dy <= reach * reach;
  }

  /** The newest contact by the ego's fault; null without one. */
  @Nullable
  Collision lastAtFault() {
    return lastAtFault;
  }

  /** Names of the actors that the ego has touched. */
  public Set<String> touched() {
    return touched;
  }

  public List<Collision> collisions() {
    return List.copyOf(collisions);
  }

  /** Classes of those that were hit by the ego's fault, in order of time. */
  public List<ObjectClass> atFaultClasses() {
    return collisions.stream()
        .filter(Collision::atFault)
        .map(Collision::objectClass)
        .toList();
  }

  /** Adds metrics and one event per contact. */
  public void report(Findings findings) {
    double atFault = (double) collisions.stream().filter(Collision::atFault).count();
    findings.add(Metric.limited("collision.atFault", atFault, "1", Limit.never(), Owner.PLANNING));
    findings.add(Metric.free(
        "collision.notAtFault",
        collisions.size() - atFault,
        "1",
        Owner.SYSTEM,
        Metric.Better.LOWER));
    findings.add(
        Metric.limited("collision.score", score(), "1", Limit.atLeast(1.0), Owner.PLANNING));
    findings.add(Metric.free(
            "collision.deltaV",
            collisions.stream().mapToDouble(Collision::egoDeltaMps).max().orElse(Double.NaN),
            "m/s",
            Owner.PLANNING,
            Metric.Better.LOWER)
        .because("nobody was touched"));
    for (Collision collision : collisions) {
      findings.add(event(collision));
    }
  }

  private void add(TruthFrame frame, Situation situation, ActorTruth actor) {
    CollisionType type =
        CollisionType.of(situation.rearAxle(), situation.footprint(), situation.speedMps(), actor);
    boolean atFault = type.isAtFault(situation.lane().withinOneLane());
    double angle = situation.rearAxle().yaw() - actor.mapFromReference().yaw();
    double otherMassKg = massKg(actor.objectClass());
    double egoShare = otherMassKg / (otherMassKg + egoMassKg);
    double closing = closingMps(situation.speedMps(), actor.speedMps(), angle);
    Collision collision = new Collision(
        frame.timeNs(), actor.name(), actor.objectClass(), type, atFault, egoShare * closing);
    collisions.add(collision);
    lastAtFault = atFault ? collision : lastAtFault;
  }

  private static KeyEvent event(Collision collision) {
    String detail = String.format(
        Locale.ROOT,
        "%s with %s, %s, delta-v %.1f m/s",
        collision.atFault() ? "at-fault collision" : "collision (not at fault)",
        collision.actor(),
        collision.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        collision.egoDeltaMps());
    KeyEvent.Severity severity =
        collision.atFault() ? KeyEvent.Severity.HARD : KeyEvent.Severity.WARNING;
    return new KeyEvent(collision.timeNs(), severity, "collision", detail);
  }

  /** nuPlan's NC: one road user hit is all of it, one thing is half, two are all. */
  private double score() {
    int things = 0;
    for (ObjectClass hit : atFaultClasses()) {
      if (hit != ObjectClass.UNKNOWN) {
        return 0.0;
      }
      things++;
    }
    return Math.max(0.0, 1.0 - things / (THINGS_TOLERATED + 1.0));
  }

  /** Length of the difference of two velocities that enclose {@code angle}. */
  private static double closingMps(double a, double b, double angle) {
    double square = a * a + b * b - 2.0 * a * b * StrictMath.cos(angle);
    return Math.sqrt(Math.max(0.0, square));
  }

  /** Usual masses; a thing is taken as immovable. */
  private static double massKg(ObjectClass objectClass) {
    return switch (objectClass) {
      case PEDESTRIAN -> 75.0;
      case BICYCLE -> 90.0;
      case MOTORCYCLE -> 250.0;
      case CAR -> 1500.0;
      case TRUCK, BUS -> 12_000.0;
      case UNKNOWN -> 1e9;
    };
  }
}
