package io.camber.sim.traffic.walker;

import io.camber.map.Crosswalk;
import io.camber.map.RoadMap;
import io.camber.sim.traffic.Traffic;
import io.camber.sim.traffic.driver.Dice;
import io.camber.sim.traffic.walker.Crossing.Strip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * People who cross at the crosswalks of a map, one at a time on each. Somebody who wants to cross claims lane after lane as the cars
 * that come can stop gently, and sets out when all are theirs; one in twenty steps out as soon as the cars can stop at all. Claimed
 * lanes are closed by foreign bodies until the walker is past them. Deterministic for map, seed and what traffic does. Owned by the
 * thread of its traffic; a step allocates nothing.
 */
public final class Walkers {
  /** Speeds of people who walk freely (Weidmann, Transporttechnik der Fussgänger, 1993), cut where walking ends. */
  private static final double WALK_MPS = 1.34;

  private static final double WALK_DEVIATION_MPS = 0.26;
  private static final double WALK_MPS_MIN = 0.6;
  private static final double WALK_MPS_MAX = 2.1;

  /** Mean time between one who has crossed and the next who wants to. */
  private static final double PAUSE_S = 40.0;

  /** Share of those who step out. */
  private static final double HASTY = 0.05;

  private static final double GENTLE_MPS2 = 2.0;
  private static final double HARD_MPS2 = 5.0;

  /** Of drivers, before they brake. */
  private static final double REACTION_S = 0.5;

  /** Who has not got every lane in so long lets the cars pass, and tries again later. */
  private static final double PATIENCE_S = 4.0;

  private static final double RETRY_S = 8.0;

  /** Cars stop so far before the crosswalk. */
  private static final double ROOM_M = 1.0;

  /** A lane is free when the walker is so far beyond its edge. */
  private static final double BESIDE_M = 0.6;

  /** Way of somebody who has not set out. */
  private static final double WAITING = -1.0;

  private static final long SALT = 4;

  private final Traffic traffic;
  private final List<Crossing> crossings = new ArrayList<>();
  private final boolean[][] claimed;
  private final double[] nextS;
  private final double[] way;
  private final double[] speed;
  private final boolean[] hasty;
  private final boolean[] backwards;
  private final Dice dice;
  private long crossed;

  /** Nobody walks yet. {@code traffic} needs places for foreign bodies: one for each lane under a crosswalk. */
  public Walkers(RoadMap map, Traffic traffic, long seed) {
    this.traffic = traffic;
    dice = new Dice(Dice.mix(seed, SALT));
    for (Crosswalk crosswalk : map.crosswalks()) {
      Crossing.of(crosswalk, traffic.network()).ifPresent(crossings::add);
    }
    int count = crossings.size();
    claimed = new boolean[count][];
    nextS = new double[count];
    way = new double[count];
    speed = new double[count];
    hasty = new boolean[count];
    backwards = new boolean[count];
    for (int w = 0; w < count; w++) {
      claimed[w] = new boolean[crossings.get(w).strips().size()];
      reset(w, 0.0);
    }
  }

  private void reset(int w, double timeS) {
    nextS[w] = timeS - PAUSE_S * StrictMath.log(1.0 - dice.uniform());
    way[w] = WAITING;
    hasty[w] = dice.uniform() < HASTY;
    double drawn = WALK_MPS + WALK_DEVIATION_MPS * dice.normal();
    speed[w] = Math.max(WALK_MPS_MIN, Math.min(WALK_MPS_MAX, drawn));
    backwards[w] = dice.uniform() < 0.5;
    Arrays.fill(claimed[w], false);
  }

  /**
   * Advances everybody by a step and closes the lanes they need; to be called before each {@link Traffic#step}, after {@link
   * Traffic#forgetForeign}.
   */
  public void step(double timeS, double stepS) {
    for (int w = 0; w < claimed.length; w++) {
      if (timeS >= nextS[w]) {
        step(w, timeS, stepS);
      }
    }
  }

  private void step(int w, double timeS, double stepS) {
    Crossing crossing = crossings.get(w);
    if (way[w] < 0.0) {
      claim(w, crossing, timeS);
    } else {
      way[w] += speed[w] * stepS;
      if (way[w] > crossing.lengthM()) {
        crossed++;
        reset(w, timeS);
        return;
      }
    }
    for (int i = 0; i < claimed[w].length; i++) {
      Strip strip = crossing.strips().get(i);
      if (claimed[w][i] && (way[w] < 0.0 || !isPast(w, crossing, strip))) {
        traffic.addForeign(strip.lane(), strip.to(), 0.0, strip.to() - strip.from() + ROOM_M);
      }
    }
  }

  private boolean isPast(int w, Crossing crossing, Strip strip) {
    double at = backwards[w] ? crossing.lengthM() - way[w] : way[w];
    double beyond = backwards[w] ? strip.wayM() - at : at - strip.wayM();
    return beyond >= strip.halfWidthM() + BESIDE_M;
  }

  private void claim(int w, Crossing crossing, double timeS) {
    double decelMps2 = hasty[w] ? HARD_MPS2 : GENTLE_MPS2;
    boolean all = true;
    for (int i = 0; i < claimed[w].length; i++) {
      if (!claimed[w][i]) {
        Strip strip = crossing.strips().get(i);
        double line = strip.from() - ROOM_M;
        claimed[w][i] =
            traffic.canStopBefore(strip.lane(), line, strip.to(), decelMps2, REACTION_S);
      }
      all &= claimed[w][i];
    }
    if (all) {
      way[w] = 0.0;
    } else if (timeS > nextS[w] + PATIENCE_S) {
      Arrays.fill(claimed[w], false);
      nextS[w] = timeS + RETRY_S;
    }
  }

  /** Numbers of walkers run from 0 to this minus 1: one for each crosswalk that lanes run over. */
  public int count() {
    return claimed.length;
  }

  /** Whether the walker is between the pavements now. */
  public boolean isWalking(int w) {
    return way[w] >= 0.0;
  }

  /** How many have come to the other side. */
  public long crossed() {
    return crossed;
  }

  /** Writes x, y, z, yaw of a walker, {@code aheadS} after the last step, to {@code out}. */
  public void poseAt(int w, double aheadS, double[] out) {
    Crossing crossing = crossings.get(w);
    double done = way[w] + speed[w] * aheadS;
    double at = backwards[w] ? crossing.lengthM() - done : done;
    double yaw = crossing.yaw();
    out[0] = crossing.start().x() + at * StrictMath.cos(yaw);
    out[1] = crossing.start().y() + at * StrictMath.sin(yaw);
    out[2] = crossing.z();
    out[3] = backwards[w] ? yaw + Math.PI : yaw;
  }

  /** With which a walker walks. */
  public double speedMps(int w) {
    return speed[w];
  }
}
