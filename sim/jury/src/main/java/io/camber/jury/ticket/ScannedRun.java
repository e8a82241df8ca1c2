package io.camber.jury.ticket;

import java.util.List;

/**
 * One drive that was scanned.
 *
 * @param run where it is, for people and for commands that make or see it again
 * @param scenario with the seed it is what makes a drive repeatable
 * @param hash of the drive, or of its file when it is no run
 */
public record ScannedRun(
    String run, String scenario, long seed, String hash, double miles, List<Finding> findings) {
  private static final String PERCEIVED = "perceived-";

  public ScannedRun {
    findings = List.copyOf(findings);
  }

  /** The hash of a drive of others as this build's perception sees it. */
  public static String perceived(String fileHash) {
    return PERCEIVED + fileHash;
  }

  /** Whether a hash is one of {@link #perceived}. */
  public static boolean isPerceived(String hash) {
    return hash.startsWith(PERCEIVED);
  }
}
