package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.sim.traffic.Crew;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.TrafficConfig;
import io.camber.sim.traffic.driver.Dice;
import io.camber.sim.traffic.driver.Population;
import io.camber.sim.traffic.network.LaneNetwork;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.util.List;

/**
 * Vehicles that accompany an object: they appear between an inner circle and an ellipse around it, drive where they like, and are
 * replaced when they leave the ellipse or the road. They decide ten times a second, as all traffic does. Deterministic for map,
 * parameters, seed and what the others do. Owned by one thread.
 */
public final class SwarmTraffic {
  private static final int FOREIGN_MAX = 1024;
  private static final int TRIES_AT_START = 200;
  private static final int TRIES_A_STEP = 8;
  private static final double SPACING_M = 4.0;

  /** Nobody appears so near to the rim that its next step might lead out. */
  private static final double RIM_M = 6.0;

  private static final double NS = 1e-9;
  private static final long STEP_NS = Math.round(TrafficConfig.STEP_S / NS);

  private final Traffic traffic;
  private final ForeignBodies foreign;
  private final LightSwitch lights;
  private final TrafficTruth truth;
  private final Ring ring;
  private final double speedMpsMin;
  private final double speedMpsMax;
  private final Dice dice;
  private final Spots spots;
  private final double[] pose = new double[6];
  private boolean begun;
  private boolean stopped;
  private long decidedNs;
  private long toldNs;

  /**
   * A swarm of which nobody is on the road yet.
   *
   * @param speedMpsMin lower end of the speeds that vehicles appear with, as far as the way ahead of them allows
   * @param prefix of the names of its vehicles
   */
  public SwarmTraffic(
      RoadMap map,
      Ring ring,
      int vehicles,
      Population population,
      double speedMpsMin,
      double speedMpsMax,
      long seed,
      String prefix) {
    TrafficConfig config =
        new TrafficConfig(vehicles, FOREIGN_MAX, seed, TrafficConfig.STEP_S, population);
    traffic = Traffic.empty(LaneNetwork.of(map), config, Crew.alone());
    foreign = new ForeignBodies(map, traffic);
    lights = new LightSwitch(traffic);
    truth = new TrafficTruth(traffic, prefix);
    this.ring = ring;
    this.speedMpsMin = speedMpsMin;
    this.speedMpsMax = speedMpsMax;
    dice = new Dice(Dice.mix(seed, 3));
    spots = new Spots(traffic.network(), SPACING_M);
  }

  /** True when {@link #decide} has to be called before time goes on to {@code timeNs}. */
  public boolean isDue(long timeNs) {
    return !begun || decidedNs + STEP_NS <= timeNs;
  }

  /** Nobody appears any more. */
  public void stop() {
    stopped = true;
  }

  /** Everybody decides anew; those who have left the ellipse are gone, others have come. The first time all come. */
  public void decide(
      long timeNs, Pose3 center, List<ActorTruth> others, List<SignalTruth> signals) {
    lights.show(signals);
    foreign.show(others);
    if (!begun) {
      begun = true;
      decidedNs = timeNs;
      toldNs = timeNs;
      appear(center, TRIES_AT_START);
      traffic.think();
      return;
    }
    decidedNs += STEP_NS;
    traffic.step();
    for (int v = 0; v < traffic.vehicles(); v++) {
      if (traffic.isActive(v)) {
        traffic.poseAt(v, 0.0, pose);
        if (!ring.holds(center, pose[0], pose[1], 0.0)) {
          traffic.remove(v);
        }
      }
    }
    appear(center, TRIES_A_STEP);
  }

  private void appear(Pose3 center, int tries) {
    if (stopped || traffic.active() == traffic.vehicles()) {
      return;
    }
    spots.gather((x, y) -> ring.holds(center, x, y, RIM_M) && !ring.isNear(center, x, y));
    if (spots.count() == 0) {
      return;
    }
    for (int v = 0; v < traffic.vehicles(); v++) {
      for (int i = 0; i < tries && !traffic.isActive(v); i++) {
        int spot = spots.gathered(dice.below(spots.count()));
        double speed = speedMpsMin + dice.uniform() * (speedMpsMax - speedMpsMin);
        traffic.offer(v, spots.lane(spot), spots.station(spot), speed);
      }
    }
  }

  /** Goes on to a time that is not before the last one. */
  public void follow(long timeNs) {
    truth.follow((timeNs - decidedNs) * NS, (timeNs - toldNs) * NS);
    toldNs = timeNs;
  }

  /** Every vehicle on the road at the time last gone on to, in order of number. */
  public List<ActorTruth> actors() {
    return truth.actors();
  }
}
