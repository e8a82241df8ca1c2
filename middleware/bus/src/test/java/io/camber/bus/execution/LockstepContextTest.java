package io.camber.bus.execution;

import static io.camber.bus.execution.SmallNodes.executor;
import static io.camber.bus.execution.SmallNodes.ticker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.HealthReport;
import io.camber.bus.Node;
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

/** What a node's context offers besides topics, at the times that lockstep promises. */
final class LockstepContextTest {
  private static final long MS = 1_000_000L;
  private static final Topic<String> B = Texts.topic("/b", Qos.RESULT);

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
