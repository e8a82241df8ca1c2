package io.camber.evaluation.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Errors of the forecasts of several road users taken together. A world gives each of them one of its modes; those that count are the
 * likeliest, the modes of different ones taken as independent.
 *
 * @param averageM mean distance over users and steps in the world where that is least (minSADE)
 * @param finalM mean distance at the end in the world where that is least, which is the best one (minSFDE)
 * @param missed true when in no world all end within 2 m
 * @param missedShare of the users that end more than 2 m off in the best world
 * @param collidingShare of the users whose middle comes within 1 m of another's in the best world
 */
public record JointScore(
    double averageM, double finalM, boolean missed, double missedShare, double collidingShare) {
  private static final double MISS_M = 2.0;
  private static final double CONTACT_M = 1.0;

  /** Which mode each user has. */
  private static final class World {
    private final double probability;
    private final int[] modes;

    World(double probability, int[] modes) {
      this.probability = probability;
      this.modes = modes;
    }
  }

  /**
   * Scores them.
   *
   * @param users two at least, each followed so far
   * @param most so many worlds count
   * @param steps so many of the first steps count
   */
  public static JointScore of(List<Deviations> users, int most, int steps) {
    double average = Double.POSITIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    boolean missed = true;
    int[] best = new int[users.size()];
    for (World world : likeliest(users, most)) {
      double mean = 0.0;
      double end = 0.0;
      for (int i = 0; i < users.size(); i++) {
        mean += users.get(i).meanM(world.modes[i], steps) / users.size();
        end += users.get(i).finalM(world.modes[i], steps) / users.size();
      }
      average = Math.min(average, mean);
      missed = missed && missing(users, world.modes, steps) > 0;
      if (end < least) {
        least = end;
        best = world.modes;
      }
    }
    double count = users.size();
    return new JointScore(
        average,
        least,
        missed,
        missing(users, best, steps) / count,
        colliding(users, best, steps) / count);
  }

  /** Exact, since a likely world has a likely world of the first users in it. */
  private static List<World> likeliest(List<Deviations> users, int most) {
    List<World> worlds = List.of(new World(1.0, new int[users.size()]));
    for (int i = 0; i < users.size(); i++) {
      List<World> wider = new ArrayList<>();
      for (World world : worlds) {
        for (int mode = 0; mode < users.get(i).modes().size(); mode++) {
          int[] modes = world.modes.clone();
          modes[i] = mode;
          double share = users.get(i).modes().get(mode).probability();
          wider.add(new World(world.probability * share, modes));
        }
      }
      wider.sort(Comparator.comparingDouble((World world) -> world.probability).reversed());
      worlds = wider.subList(0, Math.min(most, wider.size()));
    }
    return worlds;
  }

  private static int missing(List<Deviations> users, int[] modes, int steps) {
    int missing = 0;
    for (int i = 0; i < modes.length; i++) {
      missing += users.get(i).finalM(modes[i], steps) > MISS_M ? 1 : 0;
    }
    return missing;
  }

  private static int colliding(List<Deviations> users, int[] modes, int steps) {
    int colliding = 0;
    for (int i = 0; i < modes.length; i++) {
      Mode own = users.get(i).modes().get(modes[i]);
      boolean meets = false;
      for (int k = 0; k < modes.length && !meets; k++) {
        meets = k != i && meets(own, users.get(k).modes().get(modes[k]), steps);
      }
      colliding += meets ? 1 : 0;
    }
    return colliding;
  }

  private static boolean meets(Mode one, Mode other, int steps) {
    for (int step = 0; step < steps; step++) {
      double x = other.position(step).x();
      double y = other.position(step).y();
      if (one.squaredM(step, x, y) < CONTACT_M * CONTACT_M) {
        return true;
      }
    }
    return false;
  }
}
