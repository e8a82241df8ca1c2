package io.camber.app.sweep;

import io.camber.app.input.InputFiles;
import io.camber.app.simulation.Interruption;
import io.camber.app.simulation.RunFolder;
import io.camber.app.sweep.SweepFolder.Begun;
import io.camber.app.sweep.plan.SweepInputs;
import io.camber.app.sweep.plan.SweepPlan;
import io.camber.app.sweep.report.ResultTable;
import io.camber.app.sweep.report.SearchReport;
import io.camber.app.sweep.report.SuiteTable;
import io.camber.app.sweep.report.SweepFacts;
import io.camber.app.sweep.report.SweepPage;
import io.camber.app.sweep.report.SweepRow;
import io.camber.app.sweep.report.WorstRuns;
import io.camber.app.sweep.run.CaseResult;
import io.camber.app.sweep.run.CaseRunner;
import io.camber.app.sweep.run.Journal;
import io.camber.app.sweep.run.StackCases;
import io.camber.app.sweep.run.StoryboardCases;
import io.camber.app.sweep.run.Workers;
import io.camber.app.sweep.search.SearchMetric;
import io.camber.app.sweep.search.SearchOptions;
import io.camber.app.table.CsvFile;
import io.camber.app.table.ParquetFile;
import io.camber.app.table.PlainParquet;
import io.camber.app.table.Table;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import io.camber.sim.scenario.distribution.Axis;
import io.camber.sim.scenario.distribution.AxisText;
import io.camber.sim.scenario.document.FileCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One sweep: plan, run what is missing, keep every result, write table and page once all are there. */
public final class Sweep {
  private static final double NS = 1e-9;

  /** More rows are worth the half second that loading a library for compressed tables takes. */
  private static final int PLAIN_ROWS_MAX = 20_000;

  private final SweepOptions options;
  private final SweepEffort effort;
  private final SweepProgress progress;
  private final FileCache cache = new FileCache();
  private final SweepPlan plan;
  private final SweepFolder folder;
  private final Optional<Search> search;
  private final int total;
  private final int leftOut;
  private final Map<Long, CaseResult> results = new TreeMap<>();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

  private Sweep(
      SweepOptions options,
      Optional<SearchOptions> wanted,
      SweepEffort effort,
      SweepProgress progress,
      Optional<SweepFolder> begun,
      Path out) {
    this.options = options;
    this.effort = effort;
    this.progress = progress;
    List<Axis> axes = new ArrayList<>();
    options.parameters().forEach((name, values) -> axes.add(AxisText.parse(name, values)));
    SweepInputs inputs = new SweepInputs(cache, axes, options.variations());
    plan = new SweepPlan(
        inputs.find(options.inputs()),
        options.seeds(),
        wanted.isPresent() ? OptionalLong.of(1) : options.sample(),
        options.sampleSeed(),
        options.shard());
    leftOut = inputs.leftOut();
    requireKnownAxes();
    search = wanted.map(looked -> new Search(looked, plan));
    total = wanted
        .map(
            looked -> plan.countOfAll().min(BigInteger.valueOf(looked.budget())).intValueExact())
        .orElse(plan.indices().size());
    folder = begun.orElseGet(() -> SweepFolder.create(out, options, wanted, Fingerprint.of(plan)));
  }

  /** Begins a sweep in a new folder; throws {@link InputException} before anything is written when it cannot run. */
  public static Sweep begin(
      SweepOptions options, SweepEffort effort, Path out, SweepProgress progress) {
    return new Sweep(options, Optional.empty(), effort, progress, Optional.empty(), out);
  }

  /** Begins a search in a new folder. */
  public static Sweep search(
      SweepOptions options,
      SearchOptions wanted,
      SweepEffort effort,
      Path out,
      SweepProgress progress) {
    if (options.isStoryboardOnly() && wanted.metric() == SearchMetric.SCORE) {
      throw new InputException(
          "--metric score needs a driven ego; with --ego none take min_ttc or min_distance");
    }
    return new Sweep(options, Optional.of(wanted), effort, progress, Optional.empty(), out);
  }

  /** Goes on with a sweep that was interrupted or killed. */
  public static Sweep resume(Path out, SweepEffort effort, SweepProgress progress) {
    return resume(SweepFolder.existing(out).begun(), out, effort, progress);
  }

  /** The same, but only of a sweep that was begun with these options. */
  public static Sweep resume(
      SweepOptions options, SweepEffort effort, Path out, SweepProgress progress) {
    Begun begun = SweepFolder.existing(out).begun();
    if (!begun.options().equals(options)) {
      throw new InputException(out + ": holds other runs; it was begun as\n  "
          + begun.options().command() + "\nand now asked for is\n  " + options.command()
          + "\nname a new folder");
    }
    return resume(begun, out, effort, progress);
  }

  private static Sweep resume(Begun begun, Path out, SweepEffort effort, SweepProgress progress) {
    String anew = "; start anew in a new folder with\n  " + begun.options().command()
        + begun.search().map(wanted -> " " + wanted.command()).orElse("");
    if (!begun.isOfThisBuild()) {
      throw new InputException(out + ": another build of Camber began it" + anew);
    }
    SweepFolder folder = SweepFolder.existing(out);
    Sweep sweep =
        new Sweep(begun.options(), begun.search(), effort, progress, Optional.of(folder), out);
    if (!Fingerprint.of(sweep.plan).equals(begun.fingerprint())) {
      throw new InputException(
          "--resume " + out + ": its scenario files have changed since it began" + anew);
    }
    Set<Long> planned = new HashSet<>(sweep.plan.indices());
    Journal.read(folder.journal()).stream()
        .filter(result -> sweep.search.isPresent() || planned.contains(result.index()))
        .forEach(sweep::keep);
    return sweep;
  }

  private void requireKnownAxes() {
    for (String axis : options.axes()) {
      if (!varied().contains(axis)) {
        throw new InputException("--map " + axis + ": is no parameter of the sweep; there are "
            + String.join(", ", varied()));
      }
    }
  }

  private List<String> varied() {
    List<String> names = new ArrayList<>(plan.parameterNames());
    if (plan.seeds().count() > 1) {
      names.add("seed");
    }
    return names;
  }

  public SweepPlan plan() {
    return plan;
  }

  /** Whether it chooses its runs as it goes. */
  public boolean isSearch() {
    return search.isPresent();
  }

  /** Distributions in folders that were not asked for. */
  public int leftOut() {
    return leftOut;
  }

  /** How many runs there are to make, at most. */
  public int total() {
    return total;
  }

  /** Makes the missing runs with the runner that the options ask for. */
  public SweepSummary run() {
    return run(runner());
  }

  private CaseRunner runner() {
    boolean closest =
        search.map(Search::metric).filter(SearchMetric::needsWatching).isPresent();
    return options.isStoryboardOnly()
        ? new StoryboardCases(cache, options.untilS(), effort.trajectoryFolder(), closest)
        : new StackCases(
            run -> options.simulation(run, Optional.empty()), options.reference(), closest);
  }

  /** The same with a runner of one's own. */
  public SweepSummary run(CaseRunner runner) {
    long startNs = System.nanoTime();
    int before = results.size();
    try (Interruption interruption = Interruption.arm();
        Journal journal = Journal.open(folder.journal())) {
      Batches batches = indices -> make(indices, runner, journal, interruption, before, startNs);
      boolean complete =
          search.isPresent() ? look(search.get(), batches) : batches.make(plan.indices());
      if (complete) {
        finish(interruption);
      }
      SweepSummary summary = new SweepSummary(count(before, startNs), !complete, folder.path());
      progress.end(summary);
      return summary;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes runs; false when it was interrupted. */
  private interface Batches {
    boolean make(List<Long> indices);
  }

  private boolean look(Search looking, Batches batches) {
    List<Long> asked = looking.next();
    while (!asked.isEmpty()) {
      batches.make(asked);
      if (!looking.take(asked, run -> Optional.ofNullable(results.get(run)))) {
        return false;
      }
      asked = looking.next();
    }
    return true;
  }

  private boolean make(
      List<Long> indices,
      CaseRunner runner,
      Journal journal,
      Interruption interruption,
      int before,
      long startNs) {
    List<Long> missing =
        indices.stream().filter(index -> !results.containsKey(index)).toList();
    new Workers(runner, effort.jobs(), effort.timeoutS(), interruption::happened)
        .run(
            missing,
            plan::at,
            result -> {
              journal.add(result);
              keep(result);
              progress.done(plan.at(result.index()), result);
            },
            () -> progress.at(count(before, startNs)));
    return indices.stream().allMatch(results::containsKey);
  }

  private SweepCount count(int before, long startNs) {
    return SweepCount.of(
        total, outcomes, results.size() - before, (System.nanoTime() - startNs) * NS);
  }

  private void keep(CaseResult result) {
    CaseResult before = results.put(result.index(), result);
    if (before != null) {
      outcomes.merge(before.outcome(), -1, Integer::sum);
    }
    outcomes.merge(result.outcome(), 1, Integer::sum);
  }

  private List<SweepRow> rows() {
    return results.values().stream()
        .map(result -> new SweepRow(plan.at(result.index()), result))
        .toList();
  }

  private void finish(Interruption interruption) throws IOException {
    List<SweepRow> rows = rows();
    // on another core while the page is made: of a short sweep both are a part that counts
    CompletableFuture<Void> tables = CompletableFuture.runAsync(() -> writeTables(rows));
    List<String> unsteady = new ArrayList<>();
    Map<Long, String> links = keepWorst(rows, interruption, unsteady);
    SweepFacts facts = new SweepFacts(
        title(),
        begunCommand(),
        varied(),
        options.axes(),
        plan.countOfAll().toString(),
        options.reference());
    SuiteTable suites = new SuiteTable(rows);
    progress.found(suites.lines());
    String opening = suites.toHtml();
    if (search.isPresent()) {
      SearchReport report = new SearchReport(search.get().metric(), search.get().course(), rows);
      CsvFile.write(report.table(), folder.file(SweepFolder.SEARCH));
      opening += report.toHtml(varied());
      progress.found(report.findings());
    }
    String page = new SweepPage(facts, rows, links, opening).toHtml();
    await(tables);
    Files.writeString(folder.file(SweepFolder.PAGE), page);
    if (!unsteady.isEmpty()) {
      throw new IllegalStateException(String.join("; ", unsteady));
    }
  }

  private void writeTables(List<SweepRow> rows) {
    Table table = ResultTable.of(plan.parameterNames(), rows, options.reference());
    try {
      CsvFile.write(table, folder.file(SweepFolder.CSV));
      Files.deleteIfExists(folder.file(SweepFolder.PARQUET));
      if (table.rows().size() <= PLAIN_ROWS_MAX) {
        PlainParquet.write(table, folder.file(SweepFolder.PARQUET));
      } else {
        ParquetFile.write(table, folder.file(SweepFolder.PARQUET));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for work on another thread; what that threw is thrown here. */
  private static void await(CompletableFuture<Void> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw e;
    }
  }

  private String begunCommand() {
    return options.command() + search.map(looking -> " " + looking.command()).orElse("");
  }

  private String title() {
    List<String> names =
        options.inputs().stream().map(name -> InputFiles.stem(Path.of(name))).toList();
    return "Sweep of " + String.join(", ", names);
  }

  /** Runs the worst again with everything kept: runs repeat to the bit, so nothing has to be kept the first time. */
  private Map<Long, String> keepWorst(
      List<SweepRow> rows, Interruption interruption, List<String> unsteady) {
    Map<Long, String> links = new TreeMap<>();
    List<SweepRow> worst =
        rows.stream().filter(row -> row.result().outcome() != Outcome.ERROR).toList();
    for (SweepRow row : WorstRuns.of(worst, options.worst())) {
      Path target = folder.run(row.run().index());
      if (!Files.exists(target) && !interruption.happened()) {
        progress.note("run " + row.run().index() + " again, to keep it");
        keep(row, target).ifPresent(unsteady::add);
      }
      if (Files.exists(target)) {
        links.put(row.run().index(), SweepFolder.link(row.run().index(), kept(target)));
      }
    }
    return links;
  }

  /** How the run differs from itself; empty when it does not. */
  private Optional<String> keep(SweepRow row, Path target) {
    CaseResult again = StackCases.of(
        row.run().index(),
        new io.camber.app.simulation.Simulation(options.simulation(row.run(), Optional.of(target)))
            .run());
    return options.isStoryboardOnly() || again.hash().equals(row.result().hash())
        ? Optional.empty()
        : Optional.of("run " + row.run().index()
            + " came out otherwise when it was run again: hash " + again.hash() + ", was "
            + row.result().hash());
  }

  private static String kept(Path target) {
    return Files.exists(target.resolve(RunFolder.REPORT)) ? RunFolder.REPORT : RunFolder.RESULT;
  }
}
