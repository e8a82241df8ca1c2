package io.camber.sim.scenario.entity;

import io.camber.geometry.Pose3;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.road.RoadNet;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
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
  private final Optional<RearAxle> rearAxle;
  private final List<ControllerModel> controllers;
  private @Nullable ControllerModel activeController;
  private int activation;
  private boolean overridden;
  private @Nullable Pedals pedals;
  private boolean present = true;
  private boolean visible = true;
  private double standStillSince = Double.NaN;
  private double endOfRoadSince = Double.NaN;
  private double offRoadSince = Double.NaN;
  private @Nullable Entity trailer;
  private @Nullable Entity tow;
  private @Nullable ActorTruth truth;
  private boolean truthUnaccelerated;

  public Entity(EntityModel model, RoadNet net) {
    this.model = model;
    double ahead = model.pointAheadOfRearAxleM();
    this.rearAxle = ahead == 0.0 ? Optional.empty() : Optional.of(new RearAxle(ahead));
    this.controllers = new ArrayList<>(model.controllers());
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

  /** Assigns a controller beside those there are. */
  public void assign(ControllerModel controller) {
    controllers.add(controller);
  }

  /**
   * Says who controls the entity's speed from now on.
   *
   * @param name of the controller; the newest without
   * @param active false when nobody does any more
   */
  public void activate(Optional<String> name, boolean active) {
    activation++;
    activeController = null;
    for (ControllerModel controller : controllers) {
      if (active && (name.isEmpty() || controller.isCalled(name.get()))) {
        activeController = controller;
      }
    }
  }

  /** The controller of the entity's speed. */
  public Optional<ControllerModel> activeController() {
    return Optional.ofNullable(activeController);
  }

  /** Grows with every activation, so that a controller knows when it starts anew. */
  public int activation() {
    return activation;
  }

  /** True while a controller keeps actions on speed from having an effect. */
  public boolean isOverridden() {
    return overridden;
  }

  public void setOverridden(boolean byController) {
    overridden = byController;
  }

  /** Pedals that the scenario presses. */
  public Optional<Pedals> pedals() {
    return Optional.ofNullable(pedals);
  }

  public void setPedals(@Nullable Pedals pressed) {
    pedals = pressed;
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

  /** Takes over what somebody else who moves it says of it. */
  public void report(ActorTruth told) {
    seen.cursor().setPose(told.mapFromReference());
    seen.report(told.speedMps(), told.accelMps2(), told.yawRateRadps(), told.wheelAngle());
    lights = told.lights();
  }

  /** Turns the body as its rear axle follows, when the reference point does not lie on it. */
  public void turnByAxle() {
    if (rearAxle.isPresent() && !isExternal()) {
      rearAxle.get().follow(driven.cursor());
    }
  }

  /** The rear axle, when the reference point does not lie on it. */
  public Optional<RearAxle> rearAxle() {
    return rearAxle;
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

  /** Notes since when the entity stands or is at the end of its road, and, if anybody asks for that, off the road. */
  public void watch(double timeS, boolean alsoOffRoad) {
    standStillSince = since(standStillSince, Math.abs(seen.speedMps()) < 1e-3, timeS);
    endOfRoadSince = since(endOfRoadSince, seen.cursor().isAtEnd(), timeS);
    if (alsoOffRoad) {
      offRoadSince = since(offRoadSince, seen.cursor().isOffRoad(), timeS);
    }
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
