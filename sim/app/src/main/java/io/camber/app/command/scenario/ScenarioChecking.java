package io.camber.app.command.scenario;

import io.camber.app.command.option.ExitCode;
import io.camber.app.input.InputFiles;
import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.Playback;
import io.camber.sim.scenario.check.CheckRule;
import io.camber.sim.scenario.check.Finding;
import io.camber.sim.scenario.check.ScenarioCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks files one after the other and prints what is wrong with them. */
final class ScenarioChecking {
  private final PrintWriter out;
  private final Optional<String> rule;
  private final boolean strict;
  private final ScenarioCheck check = new ScenarioCheck(new Playback(InputFiles::readMap));

  ScenarioChecking(PrintWriter out, Optional<String> rule, boolean strict) {
    this.out = out;
    this.rule = rule;
    this.strict = strict;
    rule.ifPresent(ScenarioChecking::requireKnown);
  }

  private static void requireKnown(String name) {
    if (Arrays.stream(CheckRule.values()).noneMatch(known -> isCalled(known, name))) {
      List<String> names =
          Arrays.stream(CheckRule.values()).map(CheckRule::shortName).toList();
      throw new InputException(
          "--rule " + name + " is unknown; rules are " + String.join(", ", names));
    }
  }

  private static boolean isCalled(CheckRule rule, String name) {
    return rule.id().equals(name) || rule.shortName().equals(name);
  }

  int run(Map<String, Path> files, Map<String, String> parameters) {
    int unsound = 0;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      List<Finding> findings = check.check(file.getValue(), parameters).stream()
          .filter(finding -> rule.isEmpty() || isCalled(finding.rule(), rule.get()))
          .toList();
      findings.forEach(out::println);
      // who asks for one rule wants it kept, even one that otherwise only warns
      boolean sound = findings.stream()
          .noneMatch(finding -> strict || rule.isPresent() || finding.rule().isError());
      unsound += sound ? 0 : 1;
      out.println(file.getKey() + ": " + (sound ? "sound" : "not sound"));
      out.flush();
    }
    if (files.size() > 1) {
      out.println(files.size() + " checked, " + unsound + " not sound");
    }
    out.flush();
    return unsound == 0 ? ExitCode.OK : ExitCode.USAGE;
  }
}
