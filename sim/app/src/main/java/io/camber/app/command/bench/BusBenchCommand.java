package io.camber.app.command.bench;

import io.camber.app.busbench.PeerBenchmark;
import io.camber.app.busbench.PeerJson;
import io.camber.app.busbench.PeerReport;
import io.camber.app.busbench.PeerTable;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.rig.BusBenchmark;
import io.camber.diagnostics.InputException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Speed of the bus, alone or beside its peers. */
@Command(
    name = "bus",
    description = {
      "The shared-memory wire between two processes: round trips and throughput by size. With --peers each figure is taken in turns",
      "with Aeron, iceoryx and memcpy, with --udp also over loopback with CycloneDDS, Aeron and LCM, as far as they are installed:",
      "medians, spread, ratios and the bars that Camber has set itself. Some 3 s a figure and repetition; leave the machine alone meanwhile."
    },
    mixinStandardHelpOptions = true)
final class BusBenchCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "of each figure (default: 2, with --peers 1)")
  private @Nullable Double seconds;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "3",
      description = "interleaved repetitions (default: ${DEFAULT-VALUE})")
  private int repeat;

  @Option(names = "--peers", description = "beside other middleware that is installed here")
  private boolean withPeers;

  @Option(names = "--udp", description = "with --peers: over UDP, too")
  private boolean withUdp;

  @Option(
      names = "--aeron",
      paramLabel = "JAR",
      description = "with --peers: aeron-all.jar (default: the newest in ~/.m2/repository)")
  private @Nullable Path aeron;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "with --peers: cells whose title has this in it, as \"one way\" or \"64 KiB\"")
  private @Nullable String only;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "with --peers: writes all figures there")
  private @Nullable Path json;

  @Override
  public Integer call() {
    if (repeat < 1) {
      throw new InputException("--repeat " + repeat + ": at least 1");
    }
    if (seconds != null && !(seconds > 0 && seconds <= 20)) {
      throw new InputException("--seconds " + seconds + ": above 0, at most 20");
    }
    if (withPeers) {
      return besidePeers();
    }
    if (withUdp || aeron != null || only != null || json != null) {
      throw new InputException("--udp, --aeron, --only and --json go with --peers");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT, "%-30s %12s %12s %12s%n", "two processes, one host", "min", "median", "max");
    new BusBenchmark(seconds == null ? 2.0 : seconds, repeat).run(line -> {
      out.println(line);
      out.flush();
    });
    return ExitCode.OK;
  }

  private int besidePeers() {
    Path folder = json == null ? null : json.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new InputException("--json " + json + ": there is no folder " + folder);
    }
    PrintWriter err = spec.commandLine().getErr();
    PeerBenchmark.Options options = new PeerBenchmark.Options(
        repeat,
        seconds == null ? 1.0 : seconds,
        withUdp,
        Optional.ofNullable(aeron),
        only == null ? "" : only);
    PeerReport report = new PeerBenchmark(options, line -> {
          err.println(line);
          err.flush();
        })
        .run();
    PrintWriter out = spec.commandLine().getOut();
    new PeerTable(report).lines().forEach(out::println);
    out.flush();
    if (json != null) {
      OutputFile.write(json, new PeerJson(report).text());
    }
    return ExitCode.OK;
  }
}
