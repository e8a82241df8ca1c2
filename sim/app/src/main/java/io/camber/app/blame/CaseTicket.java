package io.camber.app.blame;

import io.camber.evaluation.judgement.Owner;
import io.camber.jury.ticket.Finding;

/**
 * A finding of a check in a drive with a known fault.
 *
 * @param seenS when it was seen first
 */
record CaseTicket(String check, String kind, Owner owner, double seenS) {
  static CaseTicket of(Finding finding) {
    return new CaseTicket(
        finding.check(), finding.kind(), finding.owner(), finding.firstNs() * 1e-9);
  }

  boolean isSame(CaseTicket other) {
    return check.equals(other.check) && kind.equals(other.kind);
  }

  String toText() {
    return check + " " + owner.name() + " " + seenS + " " + kind;
  }

  static CaseTicket fromText(String text) {
    String[] parts = text.split(" ", 4);
    return new CaseTicket(
        parts[0], parts[3], Owner.valueOf(parts[1]), Double.parseDouble(parts[2]));
  }
}
