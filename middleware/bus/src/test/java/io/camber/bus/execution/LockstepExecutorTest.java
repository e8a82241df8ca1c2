package io.camber.bus.execution;

import static io.camber.bus.execution.SmallNodes.executor;
import static io.camber.bus.execution.SmallNodes.listener;
import static io.camber.bus.execution.SmallNodes.relay;
import static io.camber.bus.execution.SmallNodes.sensor;
import static io.camber.bus.execution.SmallNodes.ticker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.Origin;
import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Texts;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LockstepExecutorTest {
  private static final long MS = 1_000_000L;
  private static final Topic<String> A = Texts.topic("/a", Qos.RESULT);
  private static final Topic<String> B = Texts.topic("/b", Qos.RESULT);

  @Test
  void makesOutputAppearAfterTheDeclaredLatency() {
    List<String> seen = new ArrayList<>();
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("source", 25 * MS, context -> ticker(100, A)));
      executor.add(NodeSpec.world("sink", 0, context -> listener(A, seen)));
      executor.runUntil(250 * MS);
    }

    assertThat(seen).containsExactly("25:0ms", "125:100ms", "225:200ms");
  }

  @Test
  void queuesWhatArrivesWhileANodeIsBusyAndKeepsTheNewest() {
    Topic<String> newest = Texts.topic(
        "/newest", new Qos(Qos.Reliability.BEST_EFFORT, 1, Qos.Durability.VOLATILE, 0, 0));
    List<String> seen = new ArrayList<>();
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("source", 0, context -> ticker(10, newest)));
      executor.add(NodeSpec.world("slow", 35 * MS, context -> relay(newest, B)));
      executor.add(NodeSpec.world("sink", 0, context -> listener(B, seen)));
      executor.runUntil(110 * MS);
    }

    assertThat(seen).containsExactly("35:0ms", "70:30ms", "105:60ms");
  }

  @Test
  void keepsANodeFreeThatPublishedNothing() {
    List<String> seen = new ArrayList<>();
    Node silent = context ->
        context.subscribe(A, (text, envelope) -> seen.add(context.clock().timeNs() / MS + ""));
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("source", 0, context -> ticker(10, A)));
      executor.add(NodeSpec.world("silent", 35 * MS, context -> silent));
      executor.runUntil(30 * MS);
    }

    assertThat(seen).containsExactly("0", "10", "20", "30");
  }

  @Test
  void handsObservationsOverJustBeforeTheNextWork() {
    List<String> seen = new ArrayList<>();
    Node node = context -> {
      context.observe(A, (text, envelope) -> seen.add("saw " + text));
      context.timer(30 * MS, 30 * MS, time -> seen.add("tick " + time / MS));
    };
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("source", 0, context -> ticker(20, A)));
      executor.add(NodeSpec.world("observer", 5 * MS, context -> node));
      executor.runUntil(60 * MS);
    }

    assertThat(seen).containsExactly("saw 0ms", "saw 20ms", "tick 30", "saw 40ms", "tick 60");
  }

  @Test
  void freezesLatestValuesAtTheTimeOfTheCall() {
    List<String> seen = new ArrayList<>();
    Node reader = context -> {
      Latest<String> latest = context.latest(A);
      context.timer(20 * MS, 20 * MS, time -> seen.add(latest.value().orElse("none")));
    };
    try (LockstepExecutor executor = executor(2)) {
      executor.add(NodeSpec.world("source", 15 * MS, context -> ticker(20, A)));
      executor.add(NodeSpec.world("reader", 10 * MS, context -> reader));
      executor.runUntil(60 * MS);
    }

    assertThat(seen).containsExactly("0ms", "20ms", "40ms");
  }

  @Test
  void carriesOriginsThroughHandlersAndLatestValues() {
    List<List<Origin>> origins = new ArrayList<>();
    Node fuse = context -> {
      Latest<String> other = context.latest(B);
      Publisher<String> out = context.publisher(Texts.topic("/fused", Qos.RESULT));
      context.subscribe(A, (text, envelope) -> {
        String read = other.value().orElse("");
        out.publish(text + read, envelope.measurementTimeNs());
      });
    };
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("b", 0, context -> sensor(B)));
      executor.add(NodeSpec.world("a", 0, context -> sensor(A)));
      executor.add(NodeSpec.world("fuse", 1 * MS, context -> fuse));
      executor.addListener(message -> {
        if (message.envelope().topic().equals("/fused")) {
          origins.add(message.envelope().origins().list());
        }
      });
      executor.runUntil(15 * MS);
    }

    assertThat(origins.get(1))
        .containsExactly(new Origin("/a", 1, 10 * MS), new Origin("/b", 1, 10 * MS));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void givesTheSameBytesOnAnyNumberOfThreads(int threads) {
    assertThat(hashOfMesh(threads)).isEqualTo(hashOfMesh(1));
  }

  @Test
  void changesTheHashWithTheSeed() {
    assertThat(hashOfMesh(1, 7)).isNotEqualTo(hashOfMesh(1, 8));
  }

  @Test
  void closesTruthToTheStack() {
    try (LockstepExecutor executor = executor(1)) {
      executor.add(
          NodeSpec.stack("peeker", 0, "/truth/", context -> listener(truth(), new ArrayList<>())));

      assertThatThrownBy(() -> executor.runUntil(0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("peeker")
          .hasMessageContaining("/truth/frame");
    }
  }

  private static Topic<String> truth() {
    return Texts.topic("/truth/frame", Qos.RESULT);
  }

  @Test
  void silencesAFailedNodeAndReportsIt() {
    List<String> seen = new ArrayList<>();
    Node failing = context -> context.subscribe(A, (text, envelope) -> {
      throw new IllegalStateException("broken on purpose");
    });
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("source", 0, context -> ticker(10, A)));
      executor.add(NodeSpec.stack("failing", 0, "/truth/", context -> failing));
      executor.add(NodeSpec.world("sink", 0, context -> listener(A, seen)));
      executor.runUntil(20 * MS);

      assertThat(executor.failures())
          .singleElement()
          .extracting(NodeFailure::node)
          .isEqualTo("failing");
      assertThat(seen).hasSize(3);
    }
  }

  @Test
  void callsAFailedNodeNoMoreThoughWorkArrivesAtTheSameTime() {
    List<String> seen = new ArrayList<>();
    Node failing = context -> {
      context.timer(10 * MS, 0, time -> {
        seen.add("tick " + time / MS);
        throw new IllegalStateException("broken on purpose");
      });
      context.subscribe(A, (text, envelope) -> seen.add("heard " + text));
    };
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.stack("failing", 5 * MS, "/truth/", context -> failing));
      executor.add(NodeSpec.world("source", 0, context -> ticker(10, A)));
      executor.runUntil(30 * MS);
    }

    assertThat(seen).containsExactly("tick 0");
  }

  @Test
  void endsTheRunWhenAnEssentialNodeFails() {
    Node failing = context -> context.timer(10 * MS, 0, time -> {
      throw new IllegalStateException("broken on purpose");
    });
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("world", 0, context -> failing));

      assertThatThrownBy(() -> executor.runUntil(20 * MS))
          .isInstanceOf(NodeFailureException.class)
          .hasMessageContaining("world")
          .hasMessageContaining("broken on purpose");
    }
  }

  @Test
  void refusesNodesWithoutLatencyThatKeepCallingEachOther() {
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("ping", 0, context -> relay(A, B)));
      executor.add(NodeSpec.world("pong", 0, context -> relay(B, A)));
      executor.add(NodeSpec.world("source", 0, context -> ticker(10, A)));

      assertThatThrownBy(() -> executor.runUntil(0))
          .hasMessageContaining("give one of them a latency");
    }
  }

  private static String hashOfMesh(int threads) {
    return hashOfMesh(threads, 7);
  }

  /** Eight nodes with mixed latencies that relay, mix in latest values and draw random numbers. */
  private static String hashOfMesh(int threads, long seed) {
    RunHash hash = new RunHash();
    LockstepConfig config = new LockstepConfig(seed, threads, true, Optional.empty());
    try (LockstepExecutor executor = new LockstepExecutor(config)) {
      executor.addListener(hash);
      executor.add(NodeSpec.world("source", 0, context -> ticker(10, A)));
      for (int i = 0; i < 7; i++) {
        Topic<String> from = i == 0 ? A : Texts.topic("/mesh" + (i - 1), Qos.RESULT);
        Topic<String> to = Texts.topic("/mesh" + i, Qos.RESULT);
        executor.add(NodeSpec.world("mesh" + i, (i % 4) * 7L * MS, context -> mixer(from, to)));
      }
      executor.runUntil(2000 * MS);
    }
    assertThat(hash.count()).isGreaterThan(500);
    return hash.hex();
  }

  private static Node mixer(Topic<String> from, Topic<String> to) {
    return context -> {
      Publisher<String> out = context.publisher(to);
      Latest<String> source = context.latest(A);
      java.util.Random random = new java.util.Random(context.seed("noise"));
      context.subscribe(
          from,
          (text, envelope) -> out.publish(
              text.hashCode() + source.value().orElse("") + random.nextInt(100),
              envelope.measurementTimeNs()));
    };
  }
}
