package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what rules find in one file. */
final class Findings {
  private final String file;
  private final int minor;
  private final List<Finding> found = new ArrayList<>();

  /** Findings of a file of OpenDRIVE 1.minor. */
  Findings(String file, int minor) {
    this.file = file;
    this.minor = minor;
  }

  void error(String rule, XmlElement element, String message) {
    add(rule, Severity.ERROR, element, message);
  }

  void warning(String rule, XmlElement element, String message) {
    add(rule, Severity.WARNING, element, message);
  }

  /** An error, or a warning where the file is of an older version than the one that brought the rule. */
  void errorSince(int sinceMinor, String rule, XmlElement element, String message) {
    if (minor >= sinceMinor) {
      error(rule, element, message);
    } else {
      warning(rule, element, message + "; a rule since OpenDRIVE 1." + sinceMinor);
    }
  }

  /** An error where the file is of the version that brought the rule, or a later one; else nothing. */
  void errorOnlySince(int sinceMinor, String rule, XmlElement element, String message) {
    if (minor >= sinceMinor) {
      error(rule, element, message);
    }
  }

  private void add(String rule, Severity severity, XmlElement element, String message) {
    found.add(new Finding(rule, severity, file, element.line(), element.name(), message));
  }

  /** A finding without an element. */
  void add(String rule, int line, String message) {
    found.add(new Finding(rule, Severity.ERROR, file, line, "", message));
  }

  boolean hasErrorAt(int line) {
    return found.stream()
        .anyMatch(finding -> finding.severity() == Severity.ERROR && finding.line() == line);
  }

  CheckReport report() {
    return new CheckReport(
        file, found.stream().sorted(Comparator.comparingInt(Finding::line)).toList());
  }
}
