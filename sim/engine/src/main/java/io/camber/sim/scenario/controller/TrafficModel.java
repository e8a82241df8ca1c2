package io.camber.sim.scenario.controller;

import io.camber.geometry.Pose3;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Motion;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.traffic.driver.Manner;
import io.camber.truth.ActorTruth;
import org.jspecify.annotations.Nullable;

/**
 * Makes a vehicle one of traffic's: it follows, changes lanes, obeys lights and yields as they do and goes its own way at junctions. It
 * begins with the next decision of traffic, a tenth of a second later at most. Where it leaves the map it stands.
 */
final class TrafficModel implements SpeedModel {
  /** Who is found so far from where traffic has left it was moved by the storyboard. */
  private static final double MOVED_M = 0.5;

  private final ReactivePool pool;
  private final Stage stage;
  private final Entity entity;
  private final Manner manner;
  private final int place;
  private @Nullable Pose3 left;
  private boolean refused;
  private boolean gone;

  TrafficModel(ReactivePool pool, Stage stage, Entity entity, Manner manner, int place) {
    this.pool = pool;
    this.stage = stage;
    this.entity = entity;
    this.manner = manner;
    this.place = place;
    pool.add(this);
  }

  Entity entity() {
    return entity;
  }

  int place() {
    return place;
  }

  @Override
  public void step(double dtS) {
    leaveIfMoved();
    pool.advance();
    Motion motion = entity.driven();
    if (pool.traffic().isDriving(place)) {
      ActorTruth told = pool.traffic().actor(place);
      left = told.mapFromReference();
      entity.report(told);
      motion.claimMotion();
    } else if (left != null) {
      gone = true;
      motion.setSpeedMps(0.0);
      motion.claimMotion();
    }
  }

  /** Somebody has put the entity elsewhere: it starts anew from there. */
  void leaveIfMoved() {
    Pose3 before = left;
    if (before != null) {
      Pose3 now = entity.driven().cursor().pose();
      if (now.position().minus(before.position()).length() > MOVED_M) {
        pool.traffic().leave(place);
        left = null;
        gone = false;
      }
    }
  }

  /** Begins to drive unless it does, or has left the map. */
  void enter() {
    if (gone || !entity.isPresent() || pool.traffic().isDriving(place)) {
      return;
    }
    double top = Math.max(0.1, Math.min(100.0, entity.model().speedMpsMax()));
    boolean entered = pool.traffic().enter(place, entity.truth(), manner, top);
    if (!entered && !refused) {
      stage.report(
          "warning",
          "Controller",
          entity.name() + " is on no lane that leads its way: the storyboard moves it");
    }
    refused = !entered;
  }

  @Override
  public void rest() {
    pool.traffic().leave(place);
    left = null;
    gone = false;
  }

  @Override
  public void end() {
    pool.remove(this);
  }
}
