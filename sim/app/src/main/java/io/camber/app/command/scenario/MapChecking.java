package io.camber.app.command.scenario;

import io.camber.app.command.option.ExitCode;
import io.camber.app.input.InputFiles;
import io.camber.diagnostics.InputException;
import io.camber.map.check.CheckReport;
import io.camber.map.check.Finding;
import io.camber.map.check.MapCheck;
import io.camber.map.check.Severity;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks maps one after the other and prints what is wrong with them. */
final class MapChecking {
  /** Warnings of one rule that are printed unless all are asked for. */
  private static final int WARNINGS_SHOWN = 5;

  private final PrintWriter out;
  private final Optional<String> rule;
  private final int warningsShown;
  private final boolean warningsCount;

  MapChecking(PrintWriter out, Optional<String> rule, boolean all, boolean strict) {
    this.out = out;
    this.rule = rule;
    this.warningsShown = all ? Integer.MAX_VALUE : WARNINGS_SHOWN;
    this.warningsCount = strict || rule.isPresent();
    rule.ifPresent(MapChecking::requireKnown);
  }

  private static void requireKnown(String rule) {
    if (MapCheck.rules().stream().noneMatch(id -> isCalled(id, rule))) {
      throw new InputException(
          "--rule " + rule + " is unknown; rules are " + String.join(", ", MapCheck.rules()));
    }
  }

  private static boolean isCalled(String id, String name) {
    return id.equals(name) || id.endsWith(":" + name) || id.endsWith("." + name);
  }

  int run(List<Path> files) {
    boolean sound = true;
    for (Path file : files) {
      CheckReport report =
          asked(MapCheck.check(file.toString(), ByteBuffer.wrap(InputFiles.read(file))));
      print(report);
      sound &= warningsCount ? report.findings().isEmpty() : report.errors() == 0;
    }
    out.flush();
    return sound ? ExitCode.OK : ExitCode.USAGE;
  }

  private CheckReport asked(CheckReport report) {
    return rule.isEmpty()
        ? report
        : new CheckReport(
            report.file(),
            report.findings().stream()
                .filter(finding -> isCalled(finding.rule(), rule.get()))
                .toList());
  }

  private void print(CheckReport report) {
    Map<String, Integer> warnings = new TreeMap<>();
    for (Finding finding : report.findings()) {
      boolean warning = finding.severity() == Severity.WARNING;
      if (!warning || warnings.merge(finding.rule(), 1, Integer::sum) <= warningsShown) {
        out.println(finding);
      }
    }
    warnings.forEach((id, count) -> {
      if (count > warningsShown) {
        out.println(report.file() + ": " + (count - warningsShown) + " more warnings of " + id
            + "; --all shows them");
      }
    });
    out.println(
        report.findings().isEmpty()
            ? report.file() + ": sound"
            : report.file() + ": " + report.errors() + " errors, " + report.warnings()
                + " warnings");
  }
}
