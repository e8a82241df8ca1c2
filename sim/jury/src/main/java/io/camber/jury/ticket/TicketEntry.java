package io.camber.jury.ticket;

import io.camber.evaluation.judgement.Owner;

/**
 * One thing to look at.
 *
 * @param key check, kind, scenario and setup: repeats of the same thing are one ticket
 * @param setup of the drives, see {@link DriveId}
 * @param firstRun where it was seen first
 * @param lastRun where it was seen last
 * @param runs drives in which it was seen
 * @param count alarms in all of them
 * @param miles driven in all drives of the scenario and setup of which the check was asked
 * @param worst where it was severest
 * @param fixedMs when the run was made that no longer shows it; -1 while it is there
 */
public record TicketEntry(
    String key,
    TicketState state,
    String check,
    Owner owner,
    String kind,
    String scenario,
    String setup,
    String firstRun,
    String lastRun,
    int runs,
    int count,
    double miles,
    Worst worst,
    long fixedMs) {

  /**
   * Where it was severest.
   *
   * @param version of the check that saw it
   * @param madeMs when the run was made
   */
  public record Worst(
      String run,
      long seed,
      String hash,
      long timeNs,
      int version,
      long madeMs,
      double severity,
      String detail) {
    static Worst of(Finding finding, ScannedRun run) {
      Asked asked = run.asked().get(finding.check());
      return new Worst(
          run.run(),
          run.drive().seed(),
          run.hash(),
          finding.worstNs(),
          asked == null ? 0 : asked.version(),
          run.madeMs(),
          finding.severity(),
          finding.detail());
    }

    /** The same run, or another one of the same drive. */
    boolean isDriveOf(ScannedRun run) {
      return seed == run.drive().seed();
    }
  }

  static String key(Finding finding, DriveId drive) {
    return (finding.check() + "-" + finding.kind() + "-" + drive.variant())
        .replaceAll("[^A-Za-z0-9.-]+", "_");
  }

  static TicketEntry opened(Finding finding, ScannedRun run) {
    return new TicketEntry(
        key(finding, run.drive()),
        TicketState.OPEN,
        finding.check(),
        finding.owner(),
        finding.kind(),
        run.drive().scenario(),
        run.drive().setup(),
        run.run(),
        run.run(),
        1,
        finding.count(),
        run.miles(),
        Worst.of(finding, run),
        -1);
  }

  /**
   * The same thing in a drive. What was fixed has come back only in the drive that showed it fixed, made after that; in another drive
   * it is open, and in a run that is older than the cure nothing is new.
   *
   * @param isCounted whether this check was asked of the very run before, by another version of the check
   */
  TicketEntry seenAgain(Finding finding, ScannedRun run, boolean isCounted) {
    Worst here = Worst.of(finding, run);
    boolean isOld = state == TicketState.FIXED && run.madeMs() < fixedMs;
    boolean isBack = state == TicketState.FIXED && !isOld;
    TicketState then =
        !isBack ? state : worst.isDriveOf(run) ? TicketState.REGRESSED : TicketState.OPEN;
    boolean worse = isBack || (!isOld && here.severity() > worst.severity());
    return new TicketEntry(
        key,
        then,
        check,
        owner,
        kind,
        scenario,
        setup,
        firstRun,
        run.run(),
        runs + (isCounted ? 0 : 1),
        count + (isCounted ? 0 : finding.count()),
        miles,
        worse ? here : worst,
        isBack ? -1 : fixedMs);
  }

  /**
   * A drive that does not show it. It is fixed when it is the one that showed it worst, comes out otherwise or is asked by another
   * version of the check, was not made before, and goes on to where it was seen.
   */
  TicketEntry notSeen(ScannedRun run, Asked asked) {
    boolean isOther = !run.hash().equals(worst.hash()) || asked.version() != worst.version();
    boolean fixed = state != TicketState.FIXED
        && worst.isDriveOf(run)
        && isOther
        && run.madeMs() >= worst.madeMs()
        && asked.untilNs() >= worst.timeNs();
    return new TicketEntry(
        key,
        fixed ? TicketState.FIXED : state,
        check,
        owner,
        kind,
        scenario,
        setup,
        firstRun,
        lastRun,
        runs,
        count,
        miles,
        worst,
        fixed ? run.madeMs() : fixedMs);
  }

  TicketEntry withMiles(double driven) {
    return new TicketEntry(
        key, state, check, owner, kind, scenario, setup, firstRun, lastRun, runs, count, driven,
        worst, fixedMs);
  }
}
