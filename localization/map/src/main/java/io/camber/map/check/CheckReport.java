package io.camber.map.check;

import java.util.List;

/** What {@link MapCheck} found in one file, in order of line. */
public record CheckReport(String file, List<Finding> findings) {
  public CheckReport {
    findings = List.copyOf(findings);
  }

  public long errors() {
    return count(Severity.ERROR);
  }

  public long warnings() {
    return count(Severity.WARNING);
  }

  private long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
