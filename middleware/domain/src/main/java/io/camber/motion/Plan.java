package io.camber.motion;

import java.util.List;

/**
 * What the planner decided at {@code timeNs}.
 *
 * @param nominal the trajectory to follow
 * @param safeStop a verified trajectory that ends at standstill; followed when no newer plan arrives
 * @param reasons codes that say why, such as {@code "stop-line:12"} or {@code "follow:7"}
 * @param proposals best first
 */
public record Plan(
    long timeNs,
    Trajectory nominal,
    Trajectory safeStop,
    List<String> reasons,
    List<ProposalScore> proposals) {
  public Plan {
    reasons = List.copyOf(reasons);
    proposals = List.copyOf(proposals);
  }
}
