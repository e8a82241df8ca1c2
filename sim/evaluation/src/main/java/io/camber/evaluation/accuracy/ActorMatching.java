package io.camber.evaluation.accuracy;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Pairs claims, such as tracks, with actors, nearest centres first, each used once. A pair must be closer than 2 m, or the claim's centre
 * must lie in the actor's footprint grown by 0.5 m, so that a long vehicle of which only the tail was seen still counts.
 */
public final class ActorMatching {
  /** In place of a claim. */
  public static final int NONE = -1;

  private static final double DISTANCE_M_MAX = 2.0;
  private static final double GROWTH_M = 0.5;
  private static final double ROUNDING_M = 1e-3;

  private static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparingDouble(
          Candidate::distanceM)
      .thenComparingInt(Candidate::actor)
      .thenComparingInt(Candidate::claim);

  private ActorMatching() {}

  private record Candidate(int actor, int claim, double distanceM) {}

  /**
   * Claim of each actor, by index; {@link #NONE} for those without.
   *
   * @param claims centres
   */
  public static int[] match(List<Box2> actors, List<Vec2> claims) {
    List<Candidate> candidates = new ArrayList<>(actors.size());
    double[] claimX = new double[claims.size()];
    double[] claimY = new double[claims.size()];
    for (int c = 0; c < claimX.length; c++) {
      claimX[c] = claims.get(c).x();
      claimY[c] = claims.get(c).y();
    }
    for (int a = 0; a < actors.size(); a++) {
      Box2 box = actors.get(a);
      double x = box.center().x();
      double y = box.center().y();
      double reach = Math.max(DISTANCE_M_MAX, box.radius() + GROWTH_M) + ROUNDING_M;
      for (int c = 0; c < claimX.length; c++) {
        if (Math.abs(claimX[c] - x) < reach
            && Math.abs(claimY[c] - y) < reach
            && isAt(box, claims.get(c))) {
          candidates.add(new Candidate(a, c, box.center().position().distanceTo(claims.get(c))));
        }
      }
    }
    candidates.sort(NEAREST_FIRST);
    int[] claimOf = new int[actors.size()];
    Arrays.fill(claimOf, NONE);
    BitSet taken = new BitSet();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      if (claimOf[candidate.actor()] == NONE && !taken.get(candidate.claim())) {
        claimOf[candidate.actor()] = candidate.claim();
        taken.set(candidate.claim());
      }
    }
    return claimOf;
  }

  /** True when the centre of a claim is near enough for a pair. */
  public static boolean isAt(Box2 actor, Vec2 claim) {
    double distance = actor.center().position().distanceTo(claim);
    double reach = actor.radius() + GROWTH_M + ROUNDING_M;
    return distance < DISTANCE_M_MAX || (distance < reach && actor.distanceTo(claim) < GROWTH_M);
  }
}
