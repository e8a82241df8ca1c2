package io.camber.planning.proposal;

/**
 * A candidate trajectory: a path and a motion along it.
 *
 * @param excessMps mean speed above what limits and bends allow
 */
public record Proposal(String name, LateralPath path, Profile profile, double excessMps) {
  /** The same places at the same times, whatever it is called. Both must be of one planning cycle. */
  public boolean isSameMotion(Proposal other) {
    return path.name().equals(other.path.name()) && profile.isSame(other.profile);
  }
}
