package io.camber.app.suite;

import io.camber.app.simulation.Perception;
import io.camber.app.simulation.RunFolder;
import io.camber.app.sweep.Sweep;
import io.camber.app.sweep.SweepEffort;
import io.camber.app.sweep.SweepOptions;
import io.camber.app.sweep.SweepProgress;
import io.camber.app.sweep.SweepSetup;
import io.camber.app.sweep.plan.RunSeeds;
import io.camber.app.sweep.plan.Shard;
import io.camber.diagnostics.InputException;
import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;
import io.camber.jury.suite.BlameShares;
import io.camber.jury.suite.Suite;
import io.camber.jury.suite.SuiteJunit;
import io.camber.jury.suite.SuitePage;
import io.camber.jury.suite.SuiteResult;
import io.camber.jury.suite.SuiteText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the runs of a suite, a sweep a group, and writes page, text and JUnit file. A suite that was cut short goes on where it was. */
public final class SuiteRun {
  /** What only sensors have. */
  private static final List<String> BLIND = List.of("lidar", "camera", "radar", "detection");

  private static final String BLAME = "blame.json";

  private final Suite suite;
  private final Path out;
  private final int jobs;
  private final int worst;
  private final double timeoutS;
  private final SweepProgress progress;
  private final SweepSetup setup;
  private final List<String> notes = new ArrayList<>();

  /**
   * A suite to run.
   *
   * @param out folder of the suite
   * @param jobs runs at a time
   * @param worst how many of each group's worst runs are kept with log and report
   * @param setup how the car differs from the one that is shipped
   */
  public SuiteRun(
      Suite suite,
      Path out,
      int jobs,
      int worst,
      double timeoutS,
      SweepProgress progress,
      SweepSetup setup) {
    this.setup = setup;
    this.suite = suite;
    this.out = out;
    this.jobs = jobs;
    this.worst = worst;
    this.timeoutS = timeoutS;
    this.progress = progress;
  }

  /** What came of it; empty when it was interrupted. */
  public Optional<SuiteResult> run(List<RunSet> baselines) {
    suite.groups().forEach(GroupSetup::requireSound);
    SuiteFolder.claim(out, suite);
    for (Suite.Group group : suite.groups()) {
      List<String> inputs = inputs(group);
      tell(group);
      if (!inputs.isEmpty() && sweep(group, inputs)) {
        return Optional.empty();
      }
    }
    SuiteResult result = new SuiteResult(suite.id(), named(RunSet.read(out)), notes);
    write(result, baselines);
    return Optional.of(result);
  }

  private RunSet named(RunSet runs) {
    return new RunSet(suite.id(), runs.runs(), suite.tags());
  }

  /** True when it was interrupted. */
  private boolean sweep(Suite.Group group, List<String> inputs) {
    Path folder = out.resolve(group.name());
    SweepEffort effort = new SweepEffort(jobs, timeoutS, Optional.empty());
    progress.note(group.name());
    Sweep sweep = Files.exists(folder.resolve("sweep.json"))
        ? Sweep.resume(options(group, inputs), effort, folder, progress)
        : Sweep.begin(options(group, inputs), effort, folder, progress);
    return sweep.run().interrupted();
  }

  private SweepOptions options(Suite.Group group, List<String> inputs) {
    return new SweepOptions(
        inputs,
        group.variation().parameters(),
        RunSeeds.parse(group.seeds()),
        group.variation().sample() > 0
            ? OptionalLong.of(group.variation().sample())
            : OptionalLong.empty(),
        1,
        Shard.parse("1/1"),
        SweepOptions.STACK,
        group.truth() ? Perception.TRUTH : Perception.SENSORS,
        group.untilS(),
        List.of(),
        worst,
        false,
        false,
        GroupSetup.of(group, fitting(group)));
  }

  /** What of the setup the group can have: where objects are true, nothing can happen to the sensors that see them. */
  private SweepSetup fitting(Suite.Group group) {
    if (!group.truth()) {
      return setup;
    }
    List<String> faults = setup.conditions().faults().stream()
        .filter(fault -> BLIND.stream().noneMatch(fault::startsWith))
        .toList();
    return new SweepSetup(setup.conditions().withFaults(faults), setup.nodeParameters());
  }

  private void tell(Suite.Group group) {
    GroupSetup.text(group).ifPresent(notes::add);
    if (!setup.equals(SweepSetup.SHIPPED)) {
      String arguments = String.join(" ", fitting(group).arguments());
      notes.add("group " + group.name() + " "
          + (arguments.isEmpty() ? "as shipped: it has no sensors to break" : "with " + arguments));
    }
  }

  private List<String> inputs(Suite.Group group) {
    List<String> inputs = new ArrayList<>(group.scenarios());
    String root = System.getenv("CAMBER_TEST_DATA");
    for (String path : group.data()) {
      Path file = Path.of(root == null ? "" : root).resolve(path);
      if (root != null && Files.exists(file)) {
        inputs.add(file.toString());
      } else {
        notes.add("group " + group.name() + " without " + path
            + (root == null
                ? ": CAMBER_TEST_DATA does not name the published data"
                : ": not there"));
      }
    }
    return inputs;
  }

  private void write(SuiteResult result, List<RunSet> baselines) {
    try {
      Map<String, Path> kept = kept(result.runs());
      SuiteFolder.write(
          out.resolve("index.html"),
          new SuitePage(result, baselines, links(kept), findings(kept)).toHtml());
      SuiteFolder.write(out.resolve("suite.txt"), SuiteText.of(result));
      SuiteFolder.write(out.resolve(RunFolder.JUNIT), SuiteJunit.of(result));
    } catch (IOException e) {
      throw new InputException(out + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** Folders of the runs that the sweeps kept, by the text of their key in the suite. */
  private Map<String, Path> kept(RunSet runs) throws IOException {
    Map<String, Path> kept = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path folder : files.filter(SuiteRun::isKeptRun).sorted().toList()) {
        for (RunRecord run : RunSet.read(folder).runs().values()) {
          runs.findMade(run, out.relativize(folder).getName(0).toString())
              .ifPresent(key -> kept.put(key.text(), folder));
        }
      }
    }
    return kept;
  }

  private Map<String, String> links(Map<String, Path> kept) {
    Map<String, String> links = new TreeMap<>();
    kept.forEach((key, folder) ->
        links.put(key, out.relativize(folder.resolve(RunFolder.REPORT)).toString()));
    return links;
  }

  private static Map<String, BlameShares> findings(Map<String, Path> kept) {
    Map<String, BlameShares> findings = new TreeMap<>();
    kept.forEach((key, folder) -> {
      if (Files.exists(folder.resolve(BLAME))) {
        findings.put(key, BlameShares.read(folder.resolve(BLAME)));
      }
    });
    return findings;
  }

  private static boolean isKeptRun(Path folder) {
    return Files.exists(folder.resolve(RunFolder.REPORT))
        && Files.exists(folder.resolve(RunFolder.RESULT));
  }
}
