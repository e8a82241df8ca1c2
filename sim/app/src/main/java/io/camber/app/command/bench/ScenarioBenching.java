package io.camber.app.command.bench;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.scenario.ScenarioFiles;
import io.camber.app.esmini.EsminiPeer;
import io.camber.app.speed.ScenarioBenchmark;
import io.camber.app.speed.ScenarioBenchmark.Row;
import io.camber.app.speed.ScenarioBenchmark.Spread;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speed of storyboards, beside esmini where one is given. */
@Command(
    name = "scenarios",
    description = {
      "Storyboards without a driver: microseconds a step, milliseconds to read and set up with the map read before, and with the",
      "map. With --esmini each scenario is also played by esmini in the same minute, and ratios are told."
    },
    mixinStandardHelpOptions = true)
final class ScenarioBenching implements Callable<Integer> {
  private static final int COSTLIEST = 10;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "1..*",
      description = "files, bundled names, folders or lists (.json)")
  private List<String> names = List.of();

  @Option(
      names = "--until",
      paramLabel = "S",
      defaultValue = "120",
      description = "end after this many simulated seconds (default: ${DEFAULT-VALUE})")
  private double untilS;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "2",
      description = "rounds that do not count (default: ${DEFAULT-VALUE})")
  private int warmUps;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "3",
      description = "counted repetitions of each scenario (default: ${DEFAULT-VALUE})")
  private int repeat;

  @Option(
      names = "--esmini",
      paramLabel = "PATH",
      description = "esmini's library (libesminiLib.so), or the folder or program beside it")
  private @Nullable Path esmini;

  @Option(names = "--csv", paramLabel = "FILE", description = "writes a line a scenario there")
  private @Nullable Path csv;

  @Override
  public Integer call() throws IOException {
    OutputFile.requireWritable(csv);
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Path> files = ScenarioFiles.resolve(names);
    Map<String, EsminiPeer.Timing> peers = new LinkedHashMap<>();
    List<Row> rows;
    try (EsminiPeer peer = esmini == null ? null : EsminiPeer.open(esmini)) {
      ScenarioBenchmark benchmark = new ScenarioBenchmark(warmUps, repeat, untilS);
      rows = benchmark.run(files, (name, file) -> {
        if (peer != null) {
          peer.time(file, untilS, 1, repeat).ifPresent(timing -> peers.put(name, timing));
        }
      });
    }
    print(out, rows);
    if (esmini != null) {
      compare(out, rows, peers);
    }
    out.flush();
    if (csv != null) {
      List<String> lines = lines(rows, peers);
      OutputFile.write(csv, place -> Files.write(place, lines));
    }
    return ExitCode.OK;
  }

  private void print(PrintWriter out, List<Row> rows) {
    out.printf(
        Locale.ROOT,
        "%d scenarios, %d steps, Java %s, median of %d after %d rounds of warm-up%n",
        rows.size(),
        rows.stream().mapToLong(Row::steps).sum(),
        System.getProperty("java.version"),
        repeat,
        warmUps);
    out.printf(Locale.ROOT, "%-36s %8s %8s %8s   bar%n", "", "median", "p90", "max");
    print(out, "us a step", ScenarioBenchmark.stepUs(rows), "median at most 1.3");
    print(out, "ms to read and set up", ScenarioBenchmark.loadMs(rows), "median at most 5");
    print(out, "ms with the map", spread(rows, Row::wholeMs), "");
    out.println("costliest steps:");
    for (Row row : ScenarioBenchmark.slowest(rows, COSTLIEST)) {
      out.printf(Locale.ROOT, "%8.2f us  %s%n", row.stepUs(), row.name());
    }
  }

  private static void compare(
      PrintWriter out, List<Row> rows, Map<String, EsminiPeer.Timing> peers) {
    List<Row> both = rows.stream().filter(row -> peers.containsKey(row.name())).toList();
    out.printf(
        Locale.ROOT,
        "esmini played %d of them, %d steps%n",
        both.size(),
        peers.values().stream().mapToLong(EsminiPeer.Timing::steps).sum());
    print(out, "esmini, us a step", spread(both, row -> peer(peers, row).stepUs()), "");
    print(out, "esmini, ms to read all", spread(both, row -> peer(peers, row).initMs()), "");
    print(
        out,
        "step, ratio to esmini",
        spread(both, row -> row.stepUs() / peer(peers, row).stepUs()),
        "");
    print(
        out,
        "reading with the map, ratio to esmini",
        spread(both, row -> row.wholeMs() / peer(peers, row).initMs()),
        "");
    long slower =
        both.stream().filter(row -> row.stepUs() > peer(peers, row).stepUs()).count();
    out.println("slower than esmini a step: " + slower + " of " + both.size());
  }

  private static EsminiPeer.Timing peer(Map<String, EsminiPeer.Timing> peers, Row row) {
    return Optional.ofNullable(peers.get(row.name())).orElseThrow();
  }

  private static Spread spread(List<Row> rows, ToDoubleFunction<Row> figure) {
    return ScenarioBenchmark.spread(rows.stream().mapToDouble(figure).toArray());
  }

  private static void print(PrintWriter out, String name, Spread spread, String bar) {
    out.printf(
        Locale.ROOT,
        "%-36s %8.2f %8.2f %8.2f   %s%n",
        name,
        spread.median(),
        spread.p90(),
        spread.max(),
        bar);
  }

  private static List<String> lines(List<Row> rows, Map<String, EsminiPeer.Timing> peers) {
    List<String> lines = new ArrayList<>();
    lines.add("scenario,steps,step_us,load_ms,whole_ms,esmini_steps,esmini_step_us,esmini_init_ms");
    for (Row row : rows) {
      String peer = Optional.ofNullable(peers.get(row.name()))
          .map(each -> String.format(
              Locale.ROOT, "%d,%.3f,%.3f", each.steps(), each.stepUs(), each.initMs()))
          .orElse(",,");
      lines.add(String.format(
          Locale.ROOT,
          "%s,%d,%.3f,%.3f,%.3f,%s",
          row.name(),
          row.steps(),
          row.stepUs(),
          row.loadMs(),
          row.wholeMs(),
          peer));
    }
    return lines;
  }
}
