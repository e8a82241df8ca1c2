package io.camber.app.replay;

import io.camber.app.log.LogSelection;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Perception;
import io.camber.app.simulation.Progress;
import io.camber.app.simulation.RecordedRun;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationOptions;
import io.camber.app.simulation.StandardTopics;
import io.camber.bus.Qos;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.execution.RunHash;
import io.camber.bus.node.LocalNode;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.MessageListener;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Feeds a log to chosen nodes on the logical clock. Every other publisher of the log takes its old seat at the executor's
 * table and says what it said, so that the nodes get the same messages in the same order; on a log of a run of the same
 * build their messages come out bit by bit as they were.
 */
public final class Replay {
  private static final double NS = 1e-9;
  private static final long SLICE_NS = 50_000_000L;

  /** Logs that begin later than this after time 0 are not ours: the clock begins with them. */
  private static final long LATE_NS = 1_000_000_000_000L;

  private final ReplayOptions options;
  private final Recording recording;
  private final List<NodeSpec> chosen;
  private final long startNs;
  private final int changesMax;

  private Replay(
      ReplayOptions options, Recording recording, List<NodeSpec> chosen, int changesMax) {
    this.options = options;
    this.recording = recording;
    this.chosen = chosen;
    this.changesMax = changesMax;
    this.startNs = recording.startNs();
  }

  /** Reads the log and makes the nodes; {@code changesMax} changes of each topic are told in words. */
  public static Replay prepare(ReplayOptions options, int changesMax) throws IOException {
    return prepare(options, changesMax, node -> node);
  }

  /** As {@link #prepare(ReplayOptions, int)}, with each node as {@code remade} says: for experiments. */
  public static Replay prepare(
      ReplayOptions options, int changesMax, UnaryOperator<NodeSpec> remade) throws IOException {
    Recording recording = Recording.read(options.log(), options.remap());
    LogSelection.requireWithin(options.fromS(), recording.spanNs());
    SimulationOptions made = options(options, recording.facts());
    List<NodeSpec> nodes =
        new Simulation(made).nodes(options.nodes()).stream().map(remade).toList();
    return new Replay(options, recording, nodes, changesMax);
  }

  /** How the run was made that the log is of, so that its nodes are made alike. */
  private static SimulationOptions options(ReplayOptions wanted, Map<String, String> facts) {
    Map<String, String> parameters = new TreeMap<>();
    Map<String, String> settings = new TreeMap<>();
    facts.forEach((name, value) -> {
      if (name.startsWith("node.")) {
        parameters.put(name.substring("node.".length()), value);
      } else if (name.startsWith("setting.")) {
        settings.put(name.substring("setting.".length()), value);
      }
    });
    parameters.putAll(wanted.parameters());
    try {
      return SimulationOptions.ofNodes(
          Long.parseLong(facts.getOrDefault("seed", "1")),
          Perception.valueOf(facts.getOrDefault("perception", Perception.SENSORS.name())),
          settings,
          parameters);
    } catch (IllegalArgumentException e) {
      throw new InputException(wanted.log() + ": says of its run what cannot be: " + facts, e);
    }
  }

  /** Replays once. */
  public ReplayResult run(Progress progress) throws IOException {
    if (options.out().isEmpty()) {
      return run(progress, message -> {});
    }
    try (ReplayLog log = ReplayLog.create(options.out().get(), options.log())) {
      ReplayResult result = run(progress, log);
      log.finish();
      return result;
    }
  }

  private ReplayResult run(Progress progress, MessageListener heard) {
    SortedSet<String> names = new TreeSet<>();
    chosen.forEach(spec -> names.add(spec.name()));
    long fromNs = startNs + Math.round(options.fromS() / NS);
    long toNs = endNs();
    List<Recorded> expected = recording.messages().stream()
        .filter(recorded -> names.contains(recorded.envelope().publisher()))
        .filter(recorded -> recorded.envelope().publishTimeNs() <= toNs)
        .toList();
    Comparison comparison = new Comparison(expected, names, recording.exact(), changesMax);
    RunHash hash = new RunHash();
    LockstepConfig config =
        new LockstepConfig(seed(), options.threads(), true, StandardTopics.RUNTIME);
    Map<String, ObservedNode> bodies = new LinkedHashMap<>();
    long beginNs = System.nanoTime();
    try (LockstepExecutor executor = new LockstepExecutor(config)) {
      executor.addListener(hash);
      executor.addListener(comparison);
      executor.addListener(heard);
      if (startNs > LATE_NS) {
        executor.startAt(fromNs);
      }
      seat(executor, config, names, fromNs, toNs, bodies);
      advance(executor, fromNs, toNs, progress);
      return new ReplayResult(
          comparison.result(),
          missing(bodies, comparison.heard()),
          recording.skipped(),
          recording.damage(),
          executor.failures().stream().map(String::valueOf).toList(),
          hash.hex(),
          hash.count(),
          (Math.min(executor.timeNs(), toNs) - fromNs) * NS,
          (System.nanoTime() - beginNs) * NS,
          recording.exact());
    }
  }

  private long seed() {
    return Long.parseLong(recording.facts().getOrDefault("seed", "1"));
  }

  private long endNs() {
    long lastNs = startNs + recording.spanNs();
    double toS = Math.min(options.toS(), (lastNs - startNs) * NS);
    return Math.min(lastNs, startNs + Math.round(toS / NS));
  }

  /** Seats in the order of the run: ties are broken by it. */
  private void seat(
      LockstepExecutor executor,
      LockstepConfig config,
      SortedSet<String> names,
      long fromNs,
      long toNs,
      Map<String, ObservedNode> bodies) {
    Map<String, List<Recorded>> starts = new TreeMap<>();
    Map<String, List<Recorded>> later = new TreeMap<>();
    int started = startCount();
    for (int i = 0; i < recording.messages().size(); i++) {
      Recorded recorded = recording.messages().get(i);
      boolean latched = recorded.topic().qos().durability() == Qos.Durability.TRANSIENT_LOCAL;
      boolean early = recorded.envelope().publishTimeNs() < fromNs;
      if (recorded.envelope().publishTimeNs() <= toNs && (!early || latched)) {
        (i < started || early ? starts : later)
            .computeIfAbsent(recorded.envelope().publisher(), name -> new ArrayList<>())
            .add(recorded);
      }
    }
    SortedSet<String> left = new TreeSet<>(later.keySet());
    left.addAll(starts.keySet());
    List<String> order = new ArrayList<>();
    order.add(NodeNames.WORLD);
    order.addAll(NodeNames.all());
    left.stream().filter(name -> !order.contains(name)).forEach(order::add);
    for (String name : order) {
      if (names.contains(name)) {
        NodeSpec spec =
            chosen.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
        ObservedNode body = new ObservedNode(
            new LocalNode(spec, config.terms(), callNs -> callNs + spec.latencyNs()));
        bodies.put(name, body);
        executor.add(spec, body);
      } else if (left.contains(name)) {
        long latencyNs = recording.exact() ? NodeNames.latencyNs(name) : 0;
        executor.add(
            NodeSpec.world(name, latencyNs, context -> {
              throw new IllegalStateException(name + " only says what it said");
            }),
            new RecordedNode(
                latencyNs,
                starts.getOrDefault(name, List.of()),
                later.getOrDefault(name, List.of())));
      }
    }
  }

  /**
   * How many messages at the head of the log were published while the nodes started. They were committed at once but bear
   * times of their nodes' latencies; all later ones were committed in the order of their times.
   */
  private int startCount() {
    int count = 0;
    long smallestBehindNs = Long.MAX_VALUE;
    for (int i = recording.messages().size() - 1; i >= 0 && recording.exact(); i--) {
      long timeNs = recording.messages().get(i).envelope().publishTimeNs();
      if (timeNs > smallestBehindNs) {
        count = Math.max(count, i + 1);
      }
      smallestBehindNs = Math.min(smallestBehindNs, timeNs);
    }
    return count;
  }

  private void advance(LockstepExecutor executor, long fromNs, long toNs, Progress progress) {
    long beginNs = System.nanoTime();
    for (long next = fromNs; next < toNs + SLICE_NS; next += SLICE_NS) {
      long untilNs = Math.min(next, toNs);
      executor.runUntil(untilNs);
      double simulatedS = (untilNs - fromNs) * NS;
      options.speed().ifPresent(speed -> waitUntil(beginNs + Math.round(simulatedS / speed / NS)));
      progress.at(simulatedS, (toNs - fromNs) * NS, (System.nanoTime() - beginNs) * NS);
    }
  }

  private static void waitUntil(long wallNs) {
    for (long left = wallNs - System.nanoTime(); left > 0; left = wallNs - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static Map<String, SortedSet<String>> missing(
      Map<String, ObservedNode> bodies, SortedSet<String> heard) {
    Map<String, SortedSet<String>> missing = new LinkedHashMap<>();
    bodies.forEach((name, body) -> {
      SortedSet<String> silent = new TreeSet<>(body.inputs());
      silent.removeAll(heard);
      if (!silent.isEmpty()) {
        missing.put(name, silent);
      }
    });
    return missing;
  }

  /** The hash of the run that a run folder is of; absent for bare files. */
  public static Optional<String> recordedHash(Path log) {
    return Files.isDirectory(log) ? Optional.of(RecordedRun.read(log).hash()) : Optional.empty();
  }
}
