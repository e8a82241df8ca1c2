package io.camber.app.divergence;

import io.camber.app.log.Logs;
import io.camber.app.replay.Replay;
import io.camber.app.replay.ReplayOptions;
import io.camber.app.replay.ReplayResult;
import io.camber.app.replay.TopicComparison;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Progress;
import io.camber.bus.NodeFactory;
import io.camber.bus.node.NodeSpec;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.plan.PlanContrast;
import io.camber.evaluation.plan.PlanContrasts;
import io.camber.map.MapLoader;
import io.camber.mcap.McapFile;
import io.camber.messages.Topics;
import io.camber.planning.PlannerConfig;
import io.camber.planning.ProposalPlanner;
import io.camber.planning.node.PlanningNode;
import io.camber.prediction.lanefollow.LaneFollowPredictor;
import io.camber.prediction.lanefollow.PredictionConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Planner divergence of a drive (METRICS PD). The planner gets the log's messages as it did then, so it plans what it planned then; each
 * time it is also asked what it would do if the true objects were around it, from the same state, pose and lights.
 */
public final class PlannerDivergence {
  private static final int WORST = 5;

  private final Path log;
  private final PlanContrasts moments;
  private final long otherPlans;

  private PlannerDivergence(Path log, PlanContrasts moments, long otherPlans) {
    this.log = log;
    this.moments = moments;
    this.otherPlans = otherPlans;
  }

  /**
   * Plans a drive anew.
   *
   * @param log run folder or file
   * @throws InputException when it has no truth, or nothing was planned in it
   */
  public static PlannerDivergence of(Path log) {
    try {
      check(log);
      PlanContrasts moments = new PlanContrasts();
      Replay replay = Replay.prepare(options(log), 0, node -> twice(node, moments::add));
      ReplayResult result = replay.run(Progress.SILENT);
      if (!result.failures().isEmpty()) {
        throw new InputException(
            log + ": cannot be planned anew: " + result.failures().get(0));
      }
      if (moments.size() == 0) {
        throw new InputException(log + ": the stack planned nothing while it was engaged");
      }
      return new PlannerDivergence(log, moments, otherPlans(result));
    } catch (IOException e) {
      throw new InputException(log + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static void check(Path log) throws IOException {
    Set<String> there = new TreeSet<>();
    try (McapFile file = Logs.open(log)) {
      file.summary().channels().forEach((id, channel) -> there.add(channel.topic()));
    }
    for (String needed : List.of(Topics.TRUTH_FRAME.name(), Topics.PLAN.name())) {
      if (!there.contains(needed)) {
        throw new InputException(
            log + ": the log has no " + needed
                + "; planner divergence needs a closed-loop run of camber run, which records the truth");
      }
    }
  }

  private static ReplayOptions options(Path log) {
    return new ReplayOptions(
        log,
        List.of(NodeNames.PLANNING),
        Map.of(),
        Map.of(),
        0.0,
        Double.MAX_VALUE,
        Optional.empty(),
        1,
        Optional.empty());
  }

  /** The same node with a planner that plans twice; it may see the truth. */
  private static NodeSpec twice(NodeSpec node, Consumer<PlanContrast> told) {
    PlannerConfig config = PlannerConfig.standard();
    NodeFactory factory = context -> start -> {
      TruthAround truth =
          new TruthAround(start, new LaneFollowPredictor(PredictionConfig.standard()));
      TwicePlanner planner = new TwicePlanner(new ProposalPlanner(config), truth, told);
      new PlanningNode(planner, config.style(), new MapLoader()).start(start);
    };
    return new NodeSpec(
        node.name(),
        factory,
        node.latencyNs(),
        List.of(),
        node.overrides(),
        node.parameters(),
        node.essential());
  }

  private static long otherPlans(ReplayResult result) {
    return result.topics().stream()
        .filter(topic -> topic.topic().equals(Topics.PLAN.name()))
        .mapToLong(PlannerDivergence::others)
        .sum();
  }

  private static long others(TopicComparison topic) {
    return topic.changed() + topic.gone() + topic.added();
  }

  public Path log() {
    return log;
  }

  /** Moments that were planned twice. */
  public int size() {
    return moments.size();
  }

  /** Plans that came out otherwise than in the log: of another build, or of another planner. */
  public long otherPlans() {
    return otherPlans;
  }

  public List<Metric> metrics() {
    Findings findings = new Findings();
    moments.report(findings);
    return findings.metrics();
  }

  /** Worst first, at least a second apart. */
  public List<PlanContrast> worst() {
    return moments.worst(WORST);
  }
}
