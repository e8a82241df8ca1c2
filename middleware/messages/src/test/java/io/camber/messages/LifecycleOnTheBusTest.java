package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.HealthReport;
import io.camber.bus.Node;
import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.bus.lifecycle.LifecycleRequest;
import io.camber.bus.lifecycle.LifecycleState;
import io.camber.bus.lifecycle.LifecycleStatus;
import io.camber.bus.lifecycle.LifecycleTopics;
import io.camber.bus.node.LocalNode;
import io.camber.bus.node.NodeCall;
import io.camber.bus.node.NodeReply;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RunTerms;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.BusMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LifecycleOnTheBusTest {
  private static final long MS = 1_000_000L;
  private static final LifecycleTopics TOPICS =
      new LifecycleTopics(Topics.LIFECYCLE, Topics.LIFECYCLE_REQUESTS, Topics.LIFECYCLE_ANSWERS);
  private static final RuntimeTopics RUNTIME =
      new RuntimeTopics(Optional.empty(), Optional.empty(), Optional.of(TOPICS));
  private static final Topic<HealthReport> TICKS =
      new Topic<>("/test/ticks", HealthReport.class, DiagnosticCodec.DIAGNOSTIC, Qos.RESULT);
  private static final Topic<HealthReport> NOTE =
      new Topic<>("/test/note", HealthReport.class, DiagnosticCodec.DIAGNOSTIC, Qos.LATCHED);

  /** Ports in the order of declaration: 0 timer, 1 note; the runtime's service is 2. */
  private static Node ticking(List<String> heard) {
    return context -> {
      Publisher<HealthReport> ticks = context.publisher(TICKS);
      context.timer(10 * MS, 0, timeNs -> ticks.publish(report("tick"), timeNs));
      context.subscribe(NOTE, (note, envelope) -> heard.add(note.detail()));
      context.after(50 * MS, () -> heard.add("alarm"));
    };
  }

  private static HealthReport report(String detail) {
    return new HealthReport(0, "", HealthReport.Level.OK, "", detail);
  }

  private static LocalNode node(List<String> heard) {
    RunTerms terms = new RunTerms(1, RunTerms.Encoding.NONE, RUNTIME);
    return new LocalNode(
        NodeSpec.world("ticking", 0, context -> ticking(heard)), terms, callNs -> callNs);
  }

  private static List<LifecycleState> states(NodeReply reply) {
    List<LifecycleState> states = new ArrayList<>();
    reply.outgoing().forEach(each -> {
      if (each.message().topic().equals(Topics.LIFECYCLE)
          && each.message().value() instanceof LifecycleStatus status) {
        states.add(status.state());
      }
    });
    return states;
  }

  private static NodeReply change(LocalNode node, long timeMs, boolean active) {
    return node.call(new NodeCall(
        timeMs * MS,
        List.of(NodeCall.Item.message(
            2, message(Topics.LIFECYCLE_REQUESTS, new LifecycleRequest("ticking", active))))));
  }

  private static <T> BusMessage<T> message(Topic<T> topic, T value) {
    return new BusMessage<>(
        topic,
        new io.camber.bus.Envelope(topic.name(), "desk", 0, 0, 0, io.camber.bus.Origins.NONE),
        value,
        null);
  }

  private static NodeReply tick(LocalNode node, long timeMs) {
    return node.call(new NodeCall(timeMs * MS, List.of(NodeCall.Item.tick(0, timeMs * MS))));
  }

  @Test
  void aNodeGoesThroughItsStatesWhenItStartsAndEnds() {
    LocalNode node = node(new ArrayList<>());

    assertThat(states(node.start(0).reply()))
        .containsExactly(
            LifecycleState.UNCONFIGURED, LifecycleState.INACTIVE, LifecycleState.ACTIVE);
    assertThat(states(node.finish(MS))).containsExactly(LifecycleState.FINALIZED);
  }

  @Test
  void anInactiveNodeReceivesNothingAndPublishesNothing() {
    LocalNode node = node(new ArrayList<>());
    node.start(0);
    assertThat(tick(node, 0).outgoing()).hasSize(1);

    assertThat(states(change(node, 5, false))).containsExactly(LifecycleState.INACTIVE);
    NodeReply paused = tick(node, 10);
    assertThat(paused.outgoing()).isEmpty();
    assertThat(paused.wakeNs()).as("no alarm rings").isEqualTo(Long.MAX_VALUE);

    assertThat(states(change(node, 15, true))).containsExactly(LifecycleState.ACTIVE);
    assertThat(tick(node, 20).outgoing()).hasSize(1);
  }

  @Test
  void whatIsPublishedOnceWaitsForTheNodeToBeActiveAgain() {
    List<String> heard = new ArrayList<>();
    LocalNode node = node(heard);
    node.start(0);
    change(node, 5, false);
    for (String note : List.of("old", "new")) {
      node.call(new NodeCall(
          10 * MS, List.of(NodeCall.Item.message(1, message(NOTE, report(note))))));
    }
    assertThat(heard).isEmpty();

    NodeReply again = change(node, 60, true);

    assertThat(heard).containsExactly("new");
    assertThat(again.wakeNs()).as("the alarm is overdue").isEqualTo(50 * MS);
  }

  /** The desk pauses while three publishers say what they say once. */
  @Test
  void ofEachPublisherTheNewestWaitsForAPausedNode() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Node reading = context -> context.subscribe(
        NOTE, (note, envelope) -> heard.add(envelope.publisher() + ": " + note.detail()));
    Node desk = context -> {
      var asked = context.client(TOPICS.serviceOf("reading"));
      for (boolean active : new boolean[] {false, true}) {
        context.timer(
            3_600_000 * MS,
            active ? 600 * MS : 100 * MS,
            timeNs -> asked.ask(
                new LifecycleRequest("reading", active),
                (answer, envelope) -> heard.add("answer " + answer.state())));
      }
    };
    try (RealtimeExecutor executor = RealtimeExecutor.inProcess(
        new RealtimeConfig(1, false, RUNTIME), RunClock.since(RunClock.wallNs() + 1000 * MS))) {
      executor.add(NodeSpec.world("desk", 0, context -> desk), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("reading", 0, context -> reading), NodeTiming.SKIPPING);
      for (String name : List.of("a", "b", "c")) {
        executor.add(
            NodeSpec.world(name, 0, context -> self -> {
              Publisher<HealthReport> notes = self.publisher(NOTE);
              self.timer(
                  3_600_000 * MS, 300 * MS, timeNs -> notes.publish(report("said once"), timeNs));
            }),
            NodeTiming.SKIPPING);
      }
      executor.start();

      assertThat(await(heard, "answer INACTIVE")).isEmpty();
      List<String> released = new ArrayList<>(await(heard, "answer ACTIVE"));
      while (released.size() < 3) {
        released.add(heard.poll(5, TimeUnit.SECONDS));
      }
      assertThat(released)
          .containsExactlyInAnyOrder("a: said once", "b: said once", "c: said once");
    }
  }

  @Test
  void inRealTimeANodePausesAndGoesOn() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Node desk = context -> {
      var ticking = context.client(TOPICS.serviceOf("ticking"));
      context.subscribe(TICKS, (tick, envelope) -> heard.add("tick"));
      context.subscribe(
          Topics.LIFECYCLE, (status, envelope) -> heard.add(status.node() + status.state()));
      for (boolean active : new boolean[] {false, true}) {
        context.timer(
            3_600_000 * MS,
            active ? 300 * MS : 100 * MS,
            timeNs -> ticking.ask(
                new LifecycleRequest("ticking", active),
                (answer, envelope) -> heard.add("answer " + answer.state())));
      }
    };
    try (RealtimeExecutor executor = RealtimeExecutor.inProcess(
        new RealtimeConfig(1, false, RUNTIME), RunClock.since(RunClock.wallNs()))) {
      executor.add(NodeSpec.world("desk", 0, context -> desk), NodeTiming.SKIPPING);
      executor.add(
          NodeSpec.world("ticking", 0, context -> ticking(new ArrayList<>())), NodeTiming.SKIPPING);
      executor.start();

      await(heard, "tick");
      assertThat(await(heard, "answer INACTIVE")).contains("tickingINACTIVE");
      assertThat(await(heard, "answer ACTIVE")).as("between the two").doesNotContain("tick");
      await(heard, "tick");
    }
  }

  /** What is heard before the line. */
  private static List<String> await(BlockingQueue<String> heard, String line)
      throws InterruptedException {
    List<String> before = new ArrayList<>();
    String next = heard.poll(10, TimeUnit.SECONDS);
    while (next != null && !next.equals(line)) {
      before.add(next);
      next = heard.poll(10, TimeUnit.SECONDS);
    }
    assertThat(next).isEqualTo(line);
    return before;
  }
}
