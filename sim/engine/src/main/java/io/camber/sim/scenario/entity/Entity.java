package io.camber.sim.scenario.entity;

import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadNet;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity in play. Actions move {@link #driven()}; everybody else looks at {@link #seen()}. The two are the same until the
 * entity is handed over to an outside driver.
 */
public final class Entity {
  private final EntityModel model;
  private final Motion driven;
  private Motion seen;
  private ActorLights lights = ActorLights.OFF;
  private boolean present = true;
  private boolean visible = true;
  private double standStillSince = Double.NaN;
  private double endOfRoadSince = Double.NaN;
  private double offRoadSince = Double.NaN;
  private @Nullable Entity trailer;
  private @Nullable Entity tow;
  private @Nullable LaneSegment widthLane;
  private double widthS;
  private double halfWidthM;
  private @Nullable ActorTruth truth;
  private boolean truthUnaccelerated;

  public Entity(EntityModel model, RoadNet net) {
    this.model = model;
    this.driven = new Motion(new RoadCursor(net));
    this.seen = driven;
  }

  public String name() {
    return model.name();
  }

  public EntityModel model() {
    return model;
  }

  /** The motion that actions and the default behaviour write. */
  public Motion driven() {
    return driven;
  }

  /** The motion that conditions, other entities and the world see. */
  public Motion seen() {
    return seen;
  }

  public boolean isExternal() {
    return driven != seen;
  }

  /** From now on somebody else writes {@link #seen()}; running and coming actions move a shadow. */
  public void handOver() {
    if (!isExternal()) {
      Motion truth = new Motion(driven.cursor().copy());
      truth.set(driven);
      seen = truth;
    }
  }

  /** Brings the shadow of a handed-over entity back to where the entity is. */
  public void resync() {
    if (isExternal()) {
      driven.set(seen);
    }
  }

  public boolean isPresent() {
    return present;
  }

  public void setPresent(boolean nowPresent) {
    present = nowPresent;
  }

  public boolean isVisible() {
    return visible;
  }

  public void setVisible(boolean nowVisible) {
    visible = nowVisible;
  }

  public ActorLights lights() {
    return lights;
  }

  public void setLights(ActorLights newLights) {
    lights = newLights;
  }

  public Optional<Entity> trailer() {
    return Optional.ofNullable(trailer);
  }

  public Optional<Entity> tow() {
    return Optional.ofNullable(tow);
  }

  public void connect(Entity newTrailer) {
    disconnect();
    trailer = newTrailer;
    newTrailer.tow = this;
  }

  public void disconnect() {
    if (trailer != null) {
      trailer.tow = null;
      trailer = null;
    }
  }

  /** Notes since when the entity stands, is off the road, or at its end. */
  public void watch(double timeS) {
    standStillSince = since(standStillSince, Math.abs(seen.speedMps()) < 1e-3, timeS);
    endOfRoadSince = since(endOfRoadSince, seen.cursor().isAtEnd(), timeS);
    offRoadSince = since(offRoadSince, isOffRoad(), timeS);
  }

  private boolean isOffRoad() {
    Optional<LaneSegment> lane = seen.cursor().lane();
    return lane.isEmpty() || Math.abs(seen.cursor().offset()) > halfWidth(lane.get()) + 1e-6;
  }

  /** Half the width of the lane here; worked out anew only when the entity has moved along it. */
  private double halfWidth(LaneSegment lane) {
    double s = seen.cursor().s();
    if (lane != widthLane || s != widthS) {
      widthLane = lane;
      widthS = s;
      halfWidthM = lane.widthAt(lane.fromRoadS(s)) / 2.0;
    }
    return halfWidthM;
  }

  private static double since(double before, boolean now, double timeS) {
    if (!now) {
      return Double.NaN;
    }
    return Double.isNaN(before) ? timeS : before;
  }

  /** Time since which the entity stands still; NaN while it moves. */
  public double standStillSince() {
    return standStillSince;
  }

  public double endOfRoadSince() {
    return endOfRoadSince;
  }

  public double offRoadSince() {
    return offRoadSince;
  }

  /** What is true of it now; the same instance as before while it stands there unchanged. */
  public ActorTruth truth() {
    boolean unaccelerated = seen.isUnaccelerated();
    ActorTruth known = truth;
    if (known == null || !unaccelerated || !truthUnaccelerated || !stillTells(known)) {
      known = measure();
      truth = known;
      truthUnaccelerated = unaccelerated;
    }
    return known;
  }

  /** Compares to the bit, signs of zeros included: they reach the log. */
  private boolean stillTells(ActorTruth known) {
    Pose3 pose = known.mapFromReference();
    RoadCursor cursor = seen.cursor();
    return Double.compare(pose.x(), cursor.x()) == 0
        && Double.compare(pose.y(), cursor.y()) == 0
        && Double.compare(pose.z(), cursor.z()) == 0
        && Double.compare(pose.yaw(), cursor.yaw()) == 0
        && Double.compare(pose.pitch(), cursor.pitch()) == 0
        && Double.compare(pose.roll(), cursor.roll()) == 0
        && Double.compare(known.speedMps(), seen.speedMps()) == 0
        && Double.compare(known.yawRateRadps(), seen.yawRateRadps()) == 0
        && Double.compare(known.wheelAngle(), seen.wheelAngle()) == 0
        && known.lights().equals(lights);
  }

  private ActorTruth measure() {
    return new ActorTruth(
        model.name(),
        model.objectClass(),
        model.category(),
        seen.cursor().pose(),
        model.size(),
        model.centerX(),
        model.centerY(),
        seen.speedMps(),
        seen.accelLong(),
        seen.yawRateRadps(),
        seen.wheelAngle(),
        lights);
  }
}
