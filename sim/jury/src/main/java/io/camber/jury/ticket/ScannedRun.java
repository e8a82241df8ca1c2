package io.camber.jury.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One drive that was scanned.
 *
 * @param run where it is, for people and for commands that make or see it again
 * @param drive which drive it is: two runs with the same one should come out the same
 * @param hash of how it came out
 * @param madeMs when it was made, in milliseconds of any clock that all runs of a book share; the newer one has the say
 * @param asked which checks were asked
 */
public record ScannedRun(
    String run,
    DriveId drive,
    String hash,
    long madeMs,
    double miles,
    Map<String, Asked> asked,
    List<Finding> findings) {
  private static final String PERCEIVED = "perceived-";

  public ScannedRun {
    asked = new TreeMap<>(asked);
    findings = List.copyOf(findings);
  }

  /** The same scan with what another one of the same drive adds to it. */
  public ScannedRun plus(Map<String, Asked> more, List<Finding> found) {
    Map<String, Asked> all = new TreeMap<>(asked);
    all.putAll(more);
    List<Finding> both = new ArrayList<>(findings);
    both.addAll(found);
    return new ScannedRun(run, drive, hash, madeMs, miles, all, both);
  }

  /** The same run as if it had been made at another time, such as that of the build that it stands for. */
  public ScannedRun asOf(long instantMs) {
    return new ScannedRun(run, drive, hash, instantMs, miles, asked, findings);
  }

  /** The hash of a drive of others as this build's perception sees it, from the hash of what it sees. */
  public static String perceived(String seenHash) {
    return PERCEIVED + seenHash;
  }

  /** Whether a hash is one of {@link #perceived}. */
  public static boolean isPerceived(String hash) {
    return hash.startsWith(PERCEIVED);
  }
}
