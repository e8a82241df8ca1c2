package io.camber.motion;

import io.camber.geometry.Vec2;
import java.util.List;

/**
 * One line of the planner's proposal table: what was tried, what it scored, why it fell.
 *
 * @param path where {@code base_link} would go, in the map: points at equal steps of time up to the horizon; empty when it is
 *     not told
 */
public record ProposalScore(String name, double score, String verdict, List<Vec2> path) {
  public ProposalScore {
    path = List.copyOf(path);
  }
}
