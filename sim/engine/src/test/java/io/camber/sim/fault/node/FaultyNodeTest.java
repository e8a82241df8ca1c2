package io.camber.sim.fault.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.NodeFactory;
import io.camber.bus.Publisher;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.BusMessage;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import io.camber.sensing.WheelSpeeds;
import io.camber.sim.fault.Fault;
import io.camber.sim.fault.FaultSchedule;
import io.camber.sim.fault.FaultTargets;
import io.camber.truth.FaultTruths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A receiver at 10 Hz, and a listener that says how often it has heard it, both in a run of 2 s. */
final class FaultyNodeTest {
  private static final long MS = 1_000_000L;

  @Test
  void losesMessagesInTheWindowOnly() {
    List<BusMessage<?>> fixes = on(run(List.of("gnss:dropout@0.5s..1s"), true), "/sensor/gnss");

    assertThat(fixes).hasSize(15);
    assertThat(fixes)
        .extracting(fix -> fix.envelope().measurementTimeNs() / MS)
        .doesNotContain(500L, 600L, 700L, 800L, 900L)
        .contains(400L, 1_000L);
  }

  @Test
  void leavesEveryByteAloneUntilItsFaultBegins() {
    List<BusMessage<?>> sound = on(run(List.of(), false), "/sensor/gnss");
    List<BusMessage<?>> struck = on(run(List.of("gnss:jump@1s..2s"), true), "/sensor/gnss");

    for (int i = 0; i < sound.size(); i++) {
      boolean isEqual = view(sound.get(i)).equals(view(struck.get(i)));
      assertThat(isEqual).as("fix " + i).isEqualTo(i < 10);
    }
  }

  private static Object view(BusMessage<?> message) {
    return message.payload().orElseThrow().view();
  }

  @Test
  void leavesOtherStreamsAlone() {
    assertThat(views(on(run(List.of("wheels:dropout"), true), "/sensor/gnss")))
        .isEqualTo(views(on(run(List.of(), false), "/sensor/gnss")));
  }

  private static List<Object> views(List<BusMessage<?>> messages) {
    return messages.stream().map(FaultyNodeTest::view).toList();
  }

  @Test
  void aDelayedMessageComesLaterWithItsOldStamp() {
    List<BusMessage<?>> fixes = on(run(List.of("gnss:delay,severity=0.25"), true), "/sensor/gnss");

    assertThat(fixes)
        .isNotEmpty()
        .allSatisfy(
            fix -> assertThat(fix.envelope().publishTimeNs() - fix.envelope().measurementTimeNs())
                .isEqualTo(250 * MS));
  }

  @Test
  void aNodeThatIsCutOffHearsNothingAndKeepsWhatItKnew() {
    List<BusMessage<?>> heard =
        on(run(List.of("ear:partition_in@0.5s..1s"), true), "/sensor/wheels");

    // Four numbers of the listener: messages heard, and the position in the newest one it can read.
    WheelSpeeds during = (WheelSpeeds) heard.get(9).value();
    WheelSpeeds end = (WheelSpeeds) heard.get(19).value();
    assertThat(during.frontLeftMps()).isEqualTo(5.0);
    assertThat(during.frontRightMps()).isEqualTo(4.0);
    assertThat(end.frontLeftMps()).isEqualTo(15.0);
    assertThat(end.frontRightMps()).isEqualTo(19.0);
  }

  @Test
  void aMuteNodeSendsNothing() {
    assertThat(on(run(List.of("ear:partition_out@0.5s..1s"), true), "/sensor/wheels"))
        .hasSize(15);
  }

  @Test
  void aNodeThatCrashesFallsSilent() {
    assertThat(on(run(List.of("ear:crash@1s.."), true), "/sensor/wheels")).hasSize(10);
  }

  @Test
  void theNodeInsideStillCannotSeeTheTruth() {
    NodeFactory curious = context -> inner -> inner.latest(Topics.TRUTH_FRAME);

    assertThatThrownBy(() -> start(FaultyNode.of(curious, List.of("/truth/"))))
        .hasStackTraceContaining("may not use /truth/frame");
  }

  private static void start(NodeFactory factory) {
    try (LockstepExecutor executor =
        new LockstepExecutor(new LockstepConfig(7, 1, true, Optional.empty()))) {
      executor.add(NodeSpec.world("curious", 0, factory));
      executor.runUntil(0);
    }
  }

  private static List<BusMessage<?>> on(List<BusMessage<?>> log, String topic) {
    return log.stream()
        .filter(message -> message.envelope().topic().equals(topic))
        .toList();
  }

  private static List<BusMessage<?>> run(List<String> faults, boolean wrapped) {
    FaultSchedule schedule =
        new FaultSchedule(new FaultTargets(List.of(), List.of("ear", "receiver")), 7);
    faults.forEach(text -> schedule.announce(Fault.parse(text), 0));
    List<BusMessage<?>> log = new ArrayList<>();
    try (LockstepExecutor executor =
        new LockstepExecutor(new LockstepConfig(7, 1, true, Optional.empty()))) {
      executor.addListener(log::add);
      executor.add(NodeSpec.world("teller", 0, context -> new Teller(schedule)));
      executor.add(spec("receiver", new Receiver(), wrapped));
      executor.add(spec("ear", new Ear(), wrapped));
      executor.runUntil(1_990 * MS);
    }
    return log;
  }

  private static NodeSpec spec(String name, Node node, boolean wrapped) {
    NodeFactory plain = context -> node;
    NodeSpec spec = NodeSpec.stack(name, 0, "/none", plain);
    return wrapped ? spec.withFactory(FaultyNode.of(plain, List.of())) : spec;
  }

  private record Teller(FaultSchedule schedule) implements Node {
    @Override
    public void start(NodeContext context) {
      Publisher<FaultTruths> truths = context.publisher(Topics.TRUTH_FAULTS);
      truths.publish(schedule.truths(0), 0);
      context.timer(10 * MS, 0, timeNs -> {
        if (schedule.isNews(timeNs)) {
          truths.publish(schedule.truths(timeNs), timeNs);
        }
      });
    }
  }

  private static final class Receiver implements Node {
    @Override
    public void start(NodeContext context) {
      Publisher<GnssFix> fixes = context.publisher(Topics.GNSS);
      context.timer(
          100 * MS,
          0,
          timeNs -> fixes.publishSample(
              new GnssFix(
                  timeNs, new Vec3(timeNs / (100.0 * MS), 0, 0), Vec2.ZERO, 0, 0.1, 0.1, 0.01),
              timeNs));
    }
  }

  /** Counts what it hears and tells it, ten times a second. */
  private static final class Ear implements Node {
    private int count;

    @Override
    public void start(NodeContext context) {
      Publisher<WheelSpeeds> speeds = context.publisher(Topics.WHEELS);
      Latest<GnssFix> latest = context.latest(Topics.GNSS);
      context.subscribe(Topics.GNSS, (fix, envelope) -> count++);
      context.timer(100 * MS, 50 * MS, timeNs -> {
        double newest = latest.value().map(fix -> fix.position().x()).orElse(-1.0);
        speeds.publish(new WheelSpeeds(timeNs, count, newest, 0, 0), timeNs);
      });
    }
  }
}
