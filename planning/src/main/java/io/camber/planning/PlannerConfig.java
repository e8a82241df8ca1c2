package io.camber.planning;

import io.camber.geometry.Numbers;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.planning.scoring.ScoreWeights;

/**
 * Configuration of {@link ProposalPlanner}.
 *
 * @param latencyS from the call to the moment the plan is in force; the plan starts there
 * @param lateralMMax the car may be this far beside its last plan before a plan starts from where it is
 * @param alongMMax as {@code lateralMMax}, along the plan
 * @param speedMpsMax as {@code lateralMMax}, in speed
 * @param tableSize lines of the proposal table
 */
public record PlannerConfig(
    double latencyS,
    double lateralMMax,
    double alongMMax,
    double speedMpsMax,
    int tableSize,
    DrivingStyle style,
    ScoreWeights weights) {
  public PlannerConfig {
    Numbers.notNegative("latencyS", latencyS);
    Numbers.positive("lateralMMax", lateralMMax);
    Numbers.positive("alongMMax", alongMMax);
    Numbers.positive("speedMpsMax", speedMpsMax);
  }

  public static PlannerConfig standard() {
    return new PlannerConfig(
        0.04, 0.8, 2.0, 1.8, 12, DrivingStyle.comfortable(), ScoreWeights.standard());
  }
}
