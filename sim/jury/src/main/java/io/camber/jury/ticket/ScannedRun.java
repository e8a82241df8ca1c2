package io.camber.jury.ticket;

import java.util.List;

/**
 * One drive that was scanned.
 *
 * @param run where it is, for people and for {@code camber rerun}
 * @param scenario with the seed it is what makes a drive repeatable
 * @param hash of the drive, or of its file when it is no run
 */
public record ScannedRun(
    String run, String scenario, long seed, String hash, double miles, List<Finding> findings) {
  public ScannedRun {
    findings = List.copyOf(findings);
  }
}
