package io.camber.sim.traffic.statistics;

import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.statistics.CollisionCheck.Pair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at traffic after every step and keeps distributions, collisions and signs of gridlock. Looks at each vehicle once a second, as
 * samples further apart say more than their number.
 */
public final class TrafficWatch {
  /** Headway is no matter of following beyond. */
  private static final double HEADWAY_S_MAX = 10.0;

  /** Time over speed says nothing below. */
  private static final double MOVING_MPS = 2.0;

  private static final double STANDING_MPS = 0.1;

  /** Braking nobody plans. */
  private static final double HARD_MPS2 = 5.0;

  /** Who stands so long is stuck: longer than any red. */
  private static final double STUCK_S = 120.0;

  private final Traffic traffic;
  private final double stepS;
  private final int every;
  private final CollisionCheck check = new CollisionCheck();
  private final Set<Pair> collisions = new LinkedHashSet<>();
  private final List<String> places = new ArrayList<>();
  private final Histogram speedMps = new Histogram(1.0, 45);
  private final Histogram headwayS = new Histogram(0.25, 40);
  private final Histogram standingM = new Histogram(0.25, 40);
  private final Histogram accelMps2 = new Histogram(0.25, 40);
  private final int[] standing;
  private final boolean[] hard;
  private long movingSteps;
  private long vehicleSteps;
  private double distanceM;
  private int longest;
  private long hardBrakings;
  private int stuckMost;

  public TrafficWatch(Traffic traffic) {
    this.traffic = traffic;
    this.stepS = traffic.stepS();
    this.every = (int) Math.max(1.0, Math.rint(1.0 / stepS));
    this.standing = new int[traffic.vehicles()];
    this.hard = new boolean[traffic.vehicles()];
  }

  /** Takes note of the present state; to be called once after every step. */
  public void look() {
    int stuck = 0;
    for (int v = 0; v < traffic.vehicles(); v++) {
      if (!traffic.isActive(v)) {
        standing[v] = 0;
        continue;
      }
      double speed = traffic.speedMps(v);
      vehicleSteps++;
      distanceM += speed * stepS;
      movingSteps += speed > STANDING_MPS ? 1 : 0;
      standing[v] = speed > STANDING_MPS ? 0 : standing[v] + 1;
      longest = Math.max(longest, standing[v]);
      stuck += standing[v] * stepS > STUCK_S ? 1 : 0;
      boolean brakes = traffic.accelMps2(v) < -HARD_MPS2 && speed > 1.0;
      hardBrakings += brakes && !hard[v] ? 1 : 0;
      hard[v] = brakes;
      if ((traffic.steps() + v) % every == 0) {
        sample(v, speed);
      }
    }
    stuckMost = Math.max(stuckMost, stuck);
    for (Pair pair : check.overlaps(traffic)) {
      if (collisions.add(pair)) {
        places.add("vehicles " + pair.a() + " and " + pair.b() + " at "
            + traffic.steps() * stepS + " s on lane "
            + traffic.network().laneIdAt(traffic.lane(pair.a()), traffic.station(pair.a())));
      }
    }
  }

  private void sample(int v, double speed) {
    speedMps.add(speed);
    accelMps2.add(traffic.accelMps2(v) + 0.5 * accelMps2.bins() * accelMps2.binWidth());
    int leader = traffic.leader(v);
    if (leader < 0) {
      return;
    }
    double headway = traffic.station(leader) - traffic.station(v);
    if (speed > MOVING_MPS && headway / speed < HEADWAY_S_MAX) {
      headwayS.add(headway / speed);
    } else if (speed < STANDING_MPS && traffic.speedMps(leader) < STANDING_MPS) {
      standingM.add(headway - traffic.lengthM(leader));
    }
  }

  /** Pairs of vehicles that ever overlapped, and where, in words. */
  public List<String> collisions() {
    return List.copyOf(places);
  }

  public Histogram speedMps() {
    return speedMps;
  }

  /** Front to front over own speed, of vehicles that move behind another within 10 s. */
  public Histogram headwayS() {
    return headwayS;
  }

  /** Clearance between standing vehicles. */
  public Histogram standingM() {
    return standingM;
  }

  /** Share of vehicle time in motion. */
  public double movingShare() {
    return vehicleSteps == 0 ? Double.NaN : (double) movingSteps / vehicleSteps;
  }

  public double distanceKm() {
    return distanceM / 1_000.0;
  }

  public double laneChangesPerKm() {
    return distanceM == 0.0 ? Double.NaN : traffic.laneChanges() / distanceKm();
  }

  public double longestStandS() {
    return longest * stepS;
  }

  /** Most vehicles that stood for more than two minutes at the same time. */
  public int stuckMost() {
    return stuckMost;
  }

  /** How often somebody began to brake harder than 5 m/s². */
  public long hardBrakings() {
    return hardBrakings;
  }

  public long vehicleSteps() {
    return vehicleSteps;
  }
}
