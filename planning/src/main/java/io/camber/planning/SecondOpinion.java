package io.camber.planning;

import io.camber.motion.Plan;
import java.util.List;

/**
 * A plan, and what would have been planned if others were around.
 *
 * @param scores of every proposal that was made in either case, in the case of {@code plan}
 * @param scoresOtherwise of the same proposals in the same order, in the other case
 */
public record SecondOpinion(
    Plan plan, Plan otherwise, List<Double> scores, List<Double> scoresOtherwise) {
  public SecondOpinion {
    scores = List.copyOf(scores);
    scoresOtherwise = List.copyOf(scoresOtherwise);
    if (scores.size() != scoresOtherwise.size()) {
      throw new IllegalArgumentException(
          "scores=" + scores.size() + ", scoresOtherwise=" + scoresOtherwise.size());
    }
  }
}
