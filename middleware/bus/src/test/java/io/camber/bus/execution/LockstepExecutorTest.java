package io.camber.bus.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.HealthReport;
import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.Origin;
import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Service;
import io.camber.bus.Texts;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Test
  void answersQuestionsOfServices() {
    Service<String, String> service = new Service<>(
        "shout",
        Texts.topic("/shout/request", Qos.RESULT),
        Texts.topic("/shout/answer", Qos.RESULT));
    List<String> answers = new ArrayList<>();
    Node server =
        context -> context.serve(service, question -> question.toUpperCase(java.util.Locale.ROOT));
    Node client = context -> {
      var shout = context.client(service);
      context.timer(
          100 * MS,
          0,
          time -> shout.ask(
              "hey", (answer, envelope) -> answers.add(context.clock().timeNs() / MS + answer)));
    };
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("client", 1 * MS, context -> client));
      executor.add(NodeSpec.world("server", 5 * MS, context -> server));
      executor.runUntil(50 * MS);
    }

    assertThat(answers).containsExactly("6HEY");
  }

  @Test
  void tellsAClientWhoseAnswerComesTooLate() {
    Service<String, String> service = new Service<>(
        "slow", Texts.topic("/slow/request", Qos.RESULT), Texts.topic("/slow/answer", Qos.RESULT));
    List<String> seen = new ArrayList<>();
    Node server = context -> context.serve(service, question -> "late " + question);
    Node client = context -> {
      var slow = context.client(service);
      context.timer(
          200 * MS,
          0,
          time -> slow.ask(
              "hey",
              30 * MS,
              (answer, envelope) -> seen.add("answer"),
              () -> seen.add("timeout at " + context.clock().timeNs() / MS)));
    };
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("client", 1 * MS, context -> client));
      executor.add(NodeSpec.world("server", 50 * MS, context -> server));
      executor.runUntil(150 * MS);
    }

    assertThat(seen).containsExactly("timeout at 30");
  }

  @Test
  void dropsTheAnswerToACancelledQuestion() {
    Service<String, String> service = new Service<>(
        "echo", Texts.topic("/echo/request", Qos.RESULT), Texts.topic("/echo/answer", Qos.RESULT));
    List<String> seen = new ArrayList<>();
    Node client = context -> {
      var echo = context.client(service);
      context.timer(200 * MS, 0, time -> {
        var question = echo.ask(
            "hey", 90 * MS, (answer, envelope) -> seen.add(answer), () -> seen.add("timeout"));
        seen.add("cancelled " + question.cancel() + ", again " + question.cancel());
      });
    };
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("client", 1 * MS, context -> client));
      executor.add(
          NodeSpec.world("server", 5 * MS, context -> node -> node.serve(service, text -> text)));
      executor.runUntil(150 * MS);
    }

    assertThat(seen).containsExactly("cancelled true, again false");
  }

  @Test
  void dropsMessagesThatOutliveTheirLifespanInTheQueue() {
    Topic<String> fleeting = Texts.topic(
        "/fleeting", new Qos(Qos.Reliability.BEST_EFFORT, 8, Qos.Durability.VOLATILE, 0, 25 * MS));
    List<String> seen = new ArrayList<>();
    Node slow = context -> {
      Publisher<String> out = context.publisher(B);
      context.subscribe(fleeting, (text, envelope) -> {
        seen.add(text);
        out.publish(text, 0);
      });
    };
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("source", 0, context -> ticker(10, fleeting)));
      executor.add(NodeSpec.world("slow", 45 * MS, context -> slow));
      executor.runUntil(60 * MS);
    }

    assertThat(seen).containsExactly("0ms", "20ms", "30ms", "40ms");
  }

  @Test
  void tellsAWatchingNodeOfMissedDeadlines() {
    Topic<String> due = Texts.topic(
        "/due", new Qos(Qos.Reliability.RELIABLE, 4, Qos.Durability.VOLATILE, 30 * MS, 0));
    List<String> seen = new ArrayList<>();
    Node source = context -> {
      Publisher<String> out = context.publisher(due);
      context.timer(20 * MS, 0, time -> {
        if (time <= 40 * MS || time >= 120 * MS) {
          out.publish("x", time);
        }
      });
    };
    Node watcher = context -> {
      context.observe(due, (text, envelope) -> {});
      context.watch(due, (event, timeNs) -> seen.add(event + " at " + timeNs / MS));
    };
    try (LockstepExecutor executor = executor(1)) {
      executor.add(NodeSpec.world("source", 0, context -> source));
      executor.add(NodeSpec.world("watcher", 0, context -> watcher));
      executor.runUntil(140 * MS);
    }

    assertThat(seen).containsExactly("DEADLINE_MISSED at 70", "DEADLINE_MISSED at 100");
  }

  @Test
  void overridesConfigurationAndRefusesUnknownKeys() {
    record Tuning(double gain, int count) {}
    List<Tuning> seen = new ArrayList<>();
    Node node = context -> seen.add(context.config(new Tuning(1.0, 2)));
    try (LockstepExecutor executor = executor(1)) {
      executor.add(
          NodeSpec.world("tuned", 0, context -> node).withOverrides(Map.of("gain", "2.5")));
      executor.runUntil(0);
    }
    try (LockstepExecutor executor = executor(1)) {
      executor.add(
          NodeSpec.world("tuned", 0, context -> node).withOverrides(Map.of("gian", "2.5")));

      assertThatThrownBy(() -> executor.runUntil(0))
          .hasMessageContaining("gian")
          .hasMessageContaining("gain, count");
    }

    assertThat(seen).containsExactly(new Tuning(2.5, 2));
  }

  @Test
  void publishesHealthOnceUntilItChanges() {
    Topic<HealthReport> health =
        new Topic<>("/diagnostics", HealthReport.class, new NoCodec(), Qos.SAMPLES);
    List<String> seen = new ArrayList<>();
    Node node = context -> context.timer(100 * MS, 0, time -> {
      if (time < 300 * MS) {
        context.health().warn("input", "late");
      } else {
        context.health().ok("input", "back");
      }
    });
    LockstepConfig config = new LockstepConfig(1, 1, false, Optional.of(health));
    try (LockstepExecutor executor = new LockstepExecutor(config)) {
      executor.add(NodeSpec.world("node", 0, context -> node));
      executor.addListener(
          message -> seen.add(((HealthReport) message.value()).level().name()));
      executor.runUntil(500 * MS);
    }

    assertThat(seen).containsExactly("WARN", "OK");
  }

  private static LockstepExecutor executor(int threads) {
    return new LockstepExecutor(new LockstepConfig(1, threads, true, Optional.empty()));
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

  private static Node ticker(long periodMs, Topic<String> topic) {
    return context -> {
      Publisher<String> publisher = context.publisher(topic);
      context.timer(periodMs * MS, 0, time -> publisher.publish(time / MS + "ms", time));
    };
  }

  private static Node sensor(Topic<String> topic) {
    return context -> {
      Publisher<String> publisher = context.publisher(topic);
      context.timer(10 * MS, 0, time -> publisher.publishSample("s", time));
    };
  }

  private static Node relay(Topic<String> from, Topic<String> to) {
    return context -> {
      Publisher<String> publisher = context.publisher(to);
      context.subscribe(
          from, (text, envelope) -> publisher.publish(text, envelope.measurementTimeNs()));
    };
  }

  private static Node listener(Topic<String> topic, List<String> seen) {
    return context -> context.subscribe(
        topic, (text, envelope) -> seen.add(context.clock().timeNs() / MS + ":" + text));
  }

  private static final class NoCodec implements io.camber.bus.Codec<HealthReport> {
    @Override
    public io.camber.bus.Schema schema() {
      return new io.camber.bus.Schema("health", "none", new byte[0]);
    }

    @Override
    public void encode(HealthReport value, io.camber.bus.PayloadBuffer target) {
      throw new IllegalStateException("not encoded in this test");
    }

    @Override
    public HealthReport decode(java.nio.ByteBuffer payload) {
      throw new IllegalStateException("not decoded in this test");
    }
  }
}
