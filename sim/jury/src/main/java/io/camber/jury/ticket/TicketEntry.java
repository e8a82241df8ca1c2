package io.camber.jury.ticket;

import io.camber.evaluation.judgement.Owner;

/**
 * One thing to look at.
 *
 * @param key check, kind and scenario: repeats of the same thing are one ticket
 * @param firstRun where it was seen first
 * @param lastRun where it was seen last
 * @param runs drives in which it was seen
 * @param count alarms in all of them
 * @param miles driven in all scanned drives of the scenario
 * @param worstRun where it was severest, and {@code worstNs} when
 */
public record TicketEntry(
    String key,
    TicketState state,
    String check,
    Owner owner,
    String kind,
    String scenario,
    String firstRun,
    String lastRun,
    int runs,
    int count,
    double miles,
    double severity,
    String worstRun,
    long worstSeed,
    String worstHash,
    long worstNs,
    String detail) {

  static String key(Finding finding, String scenario) {
    return (finding.check() + "-" + finding.kind() + "-" + scenario)
        .replaceAll("[^A-Za-z0-9.-]+", "_");
  }

  static TicketEntry opened(Finding finding, ScannedRun run) {
    return new TicketEntry(
        key(finding, run.scenario()),
        TicketState.OPEN,
        finding.check(),
        finding.owner(),
        finding.kind(),
        run.scenario(),
        run.run(),
        run.run(),
        1,
        finding.count(),
        run.miles(),
        finding.severity(),
        run.run(),
        run.seed(),
        run.hash(),
        finding.worstNs(),
        finding.detail());
  }

  /** The same thing in another drive. */
  TicketEntry seenAgain(Finding finding, ScannedRun run) {
    boolean worse = finding.severity() > severity;
    return new TicketEntry(
        key,
        state == TicketState.FIXED ? TicketState.REGRESSED : state,
        check,
        owner,
        kind,
        scenario,
        firstRun,
        run.run(),
        runs + 1,
        count + finding.count(),
        miles + run.miles(),
        Math.max(severity, finding.severity()),
        worse ? run.run() : worstRun,
        worse ? run.seed() : worstSeed,
        worse ? run.hash() : worstHash,
        worse ? finding.worstNs() : worstNs,
        worse ? finding.detail() : detail);
  }

  /** A drive of the scenario that does not show it. */
  TicketEntry notSeen(ScannedRun run) {
    boolean fixed = run.seed() == worstSeed && !run.hash().equals(worstHash);
    return new TicketEntry(
        key,
        fixed ? TicketState.FIXED : state,
        check,
        owner,
        kind,
        scenario,
        firstRun,
        lastRun,
        runs,
        count,
        miles + run.miles(),
        severity,
        worstRun,
        worstSeed,
        worstHash,
        worstNs,
        detail);
  }
}
