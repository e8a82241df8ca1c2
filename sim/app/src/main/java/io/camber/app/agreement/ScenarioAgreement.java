package io.camber.app.agreement;

import java.util.List;

/**
 * How one scenario agrees with its recording.
 *
 * @param inside the smallest share of samples within tolerance over the entities
 * @param compared happenings that were compared
 * @param differences those that were not alike
 */
public record ScenarioAgreement(
    Reference reference, double inside, int compared, List<Difference> differences) {
  private static final double INSIDE_MIN = 0.99;

  public ScenarioAgreement {
    differences = List.copyOf(differences);
  }

  /** Whether at least 99 % of the samples of every entity are within tolerance. */
  public boolean movesAlike() {
    return inside >= INSIDE_MIN;
  }
}
