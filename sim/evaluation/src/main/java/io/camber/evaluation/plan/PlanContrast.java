package io.camber.evaluation.plan;

import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan on what was perceived against the plan on the truth of the same moment.
 *
 * @param divergenceNats of the scores, see {@link ScoreDivergence}
 * @param distanceM between the two trajectories, by seconds from the plan on; without those that a trajectory does not reach
 * @param perceived what was chosen
 * @param truth what would have been chosen
 */
public record PlanContrast(
    long timeNs,
    double divergenceNats,
    SortedMap<Integer, Double> distanceM,
    String perceived,
    String truth) {
  static final List<Integer> HORIZONS_S = List.of(1, 2, 4);

  private static final long SECOND_NS = 1_000_000_000L;

  public PlanContrast {
    distanceM = new TreeMap<>(distanceM);
  }

  /** The two plans of a moment, and the scores of the same proposals in both cases. */
  public static PlanContrast of(
      Plan perceived, Plan truth, List<Double> perceivedScores, List<Double> truthScores) {
    return new PlanContrast(
        perceived.timeNs(),
        ScoreDivergence.nats(truthScores, perceivedScores),
        distances(perceived.nominal(), truth.nominal(), perceived.timeNs()),
        choice(perceived),
        choice(truth));
  }

  private static String choice(Plan plan) {
    return plan.reasons().isEmpty() ? "" : plan.reasons().get(0);
  }

  private static SortedMap<Integer, Double> distances(Trajectory a, Trajectory b, long timeNs) {
    SortedMap<Integer, Double> distances = new TreeMap<>();
    for (int horizon : HORIZONS_S) {
      long then = timeNs + horizon * SECOND_NS;
      if (reaches(a, then) && reaches(b, then)) {
        distances.put(
            horizon, a.at(then).pose().position().distanceTo(b.at(then).pose().position()));
      }
    }
    return distances;
  }

  private static boolean reaches(Trajectory trajectory, long timeNs) {
    return !trajectory.isEmpty() && trajectory.last().timeNs() >= timeNs;
  }
}
