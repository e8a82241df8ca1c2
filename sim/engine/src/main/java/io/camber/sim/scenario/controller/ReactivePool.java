package io.camber.sim.scenario.controller;

import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.traffic.ambient.ReactiveTraffic;
import io.camber.sim.traffic.driver.Dice;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;

/** All entities of a scenario that drive as traffic does: they share a road and see everybody else on it. */
final class ReactivePool {
  private static final long SALT = 900;

  private final Stage stage;
  private final ReactiveTraffic traffic;
  private final List<TrafficModel> drivers = new ArrayList<>();
  private long advancedNs = -1;

  ReactivePool(Stage stage, int places) {
    this.stage = stage;
    traffic = new ReactiveTraffic(stage.net().map(), places, Dice.mix(stage.seed(), SALT));
  }

  ReactiveTraffic traffic() {
    return traffic;
  }

  /** Somebody who may want to drive. */
  void add(TrafficModel driver) {
    drivers.add(driver);
  }

  void remove(TrafficModel driver) {
    drivers.remove(driver);
    traffic.leave(driver.place());
  }

  /** Goes on to the stage's time; the first who asks does it for all. */
  void advance() {
    long now = stage.timeNs();
    if (now == advancedNs) {
      return;
    }
    advancedNs = now;
    if (traffic.isDue(now)) {
      drivers.forEach(TrafficModel::leaveIfMoved);
      traffic.decide(now, others(), stage.signals().truth());
      drivers.forEach(TrafficModel::enter);
      traffic.think();
    }
    traffic.follow(now);
  }

  private List<ActorTruth> others() {
    List<ActorTruth> others = new ArrayList<>();
    for (Entity entity : stage.everyEntity()) {
      if (entity.isPresent() && !drives(entity)) {
        others.add(entity.truth());
      }
    }
    return others;
  }

  private boolean drives(Entity entity) {
    for (TrafficModel driver : drivers) {
      if (driver.entity() == entity && traffic.isDriving(driver.place())) {
        return true;
      }
    }
    return false;
  }
}
