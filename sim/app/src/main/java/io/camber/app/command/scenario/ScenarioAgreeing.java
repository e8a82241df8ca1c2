package io.camber.app.command.scenario;

import io.camber.app.agreement.Agreement;
import io.camber.app.agreement.AgreementReport;
import io.camber.app.agreement.Reference;
import io.camber.app.agreement.ReferenceSet;
import io.camber.app.agreement.ScenarioAgreement;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.diagnostics.BrokenConstraintException;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Storyboards beside what another engine recorded of them. */
@Command(
    name = "agree",
    description = {
      "Plays storyboards alone and compares motion, events and contacts with what another engine recorded of them. Exit 0 when",
      "all that bind agree, 5 when not (docs/agreement.md lists the known differences)."
    },
    mixinStandardHelpOptions = true)
final class ScenarioAgreeing implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "INDEX.json",
      description = "index of recorded scenarios, with their files beside it")
  private Path index = Path.of("index.json");

  @Option(names = "--suite", paramLabel = "SUITE", description = "only this suite of the index")
  private @Nullable String suite;

  @Option(
      names = "--runs",
      description =
          "instead of the scenarios: the recorded runs of its files of parameter distributions")
  private boolean isOfRuns;

  @Option(names = "--json", paramLabel = "FILE", description = "writes every difference there")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    OutputFile.requireWritable(json, index);
    Agreement agreement = new Agreement();
    List<ScenarioAgreement> agreements = new ArrayList<>();
    int leftOut = 0;
    for (Reference reference : chosen()) {
      try {
        agreements.add(agreement.of(reference));
      } catch (BrokenConstraintException e) {
        leftOut++; // the recording engine knows no constraints
      }
    }
    AgreementReport report = new AgreementReport(agreements);
    report.print(spec.commandLine().getOut());
    if (leftOut > 0) {
      spec.commandLine()
          .getOut()
          .println(leftOut + " left out: their values break the scenario's own constraints");
    }
    if (json != null) {
      OutputFile.write(json, report.toJson());
    }
    boolean alike = agreements.stream()
        .filter(each -> each.reference().isExact())
        .allMatch(each -> each.movesAlike() && each.differences().isEmpty());
    return alike ? ExitCode.OK : ExitCode.DIFFERENT;
  }

  private List<Reference> chosen() {
    List<Reference> all = isOfRuns ? ReferenceSet.readRuns(index) : ReferenceSet.read(index);
    List<Reference> chosen = all.stream()
        .filter(reference -> suite == null || reference.suite().equals(suite))
        .toList();
    if (chosen.isEmpty()) {
      throw new InputException(index + ": has no recorded scenario of suite " + suite
          + "; suites are "
          + all.stream().map(Reference::suite).collect(Collectors.toCollection(TreeSet::new)));
    }
    return chosen;
  }
}
