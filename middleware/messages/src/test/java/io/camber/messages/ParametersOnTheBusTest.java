package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.HealthReport;
import io.camber.bus.Node;
import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Topic;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.execution.RunHash;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.parameter.Parameter;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterClient;
import io.camber.bus.parameter.ParameterRequest.Assignment;
import io.camber.bus.parameter.ParameterState;
import io.camber.bus.parameter.ParameterValue;
import io.camber.bus.parameter.service.ParameterTopics;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.remote.NodeHost;
import io.camber.bus.remote.Patience;
import io.camber.bus.remote.RemoteNode;
import io.camber.bus.shm.SharedMemoryConfig;
import io.camber.bus.shm.SharedMemoryWire;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import io.camber.bus.udp.UdpConfig;
import io.camber.bus.udp.UdpWire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A node with parameters and one that changes them, in every executor and over every wire. */
@Timeout(60)
final class ParametersOnTheBusTest {
  private static final long MS = 1_000_000L;
  private static final Parameter<Double> SPEED =
      Parameter.ofDouble("speed_mps", 10.0, "to drive at").within(0.0, 30.0).in("m/s");
  private static final Topic<HealthReport> DRIVEN =
      new Topic<>("/test/driven", HealthReport.class, DiagnosticCodec.DIAGNOSTIC, Qos.RESULT);
  private static final RuntimeTopics RUNTIME = new RuntimeTopics(
      Optional.empty(),
      Optional.of(new ParameterTopics(
          Topics.PARAMETERS, Topics.PARAMETER_REQUESTS, Topics.PARAMETER_ANSWERS)));

  @TempDir
  private Path folder;

  private enum Carrier {
    SHM,
    UDP
  }

  private Wire join(Carrier carrier) {
    return switch (carrier) {
      case SHM ->
        SharedMemoryWire.open(
            SharedMemoryConfig.of("parameters").withRoot(folder.resolve("bus")),
            WireListener.SILENT);
      case UDP -> UdpWire.open(UdpConfig.loopback(38_700), WireListener.SILENT);
    };
  }

  private static NodeSpec driving() {
    return NodeSpec.world("driving", 7 * MS, context -> drive())
        .withParameters(Map.of("speed_mps", "12.5"));
  }

  private static Node drive() {
    return context -> {
      Publisher<HealthReport> driven = context.publisher(DRIVEN);
      Supplier<Double> speed = context.parameters().declare(SPEED);
      context.timer(
          20 * MS,
          0,
          timeNs -> driven.publish(
              new HealthReport(timeNs, "driving", HealthReport.Level.OK, "at", "" + speed.get()),
              timeNs));
    };
  }

  /** Asks for one speed after the other, every 50 ms. */
  private static Node change(List<String> answers, double... speeds) {
    return context -> {
      ParameterClient client = context.parametersOf("driving");
      int[] next = {0};
      context.timer(50 * MS, 50 * MS, timeNs -> {
        if (next[0] < speeds.length) {
          client.set(
              List.of(new Assignment("speed_mps", ParameterValue.of(speeds[next[0]++]))),
              1_000 * MS,
              answer -> answers.add(text(answer)),
              () -> answers.add("timeout"));
        }
      });
    };
  }

  private static String text(ParameterAnswer answer) {
    return answer.accepted() ? "accepted" + answer.changed() : answer.reason();
  }

  @Test
  void aChangeIsAnsweredPublishedAndSeenByTheNextTick() {
    List<String> answers = new ArrayList<>();
    List<ParameterState> states = new ArrayList<>();
    List<String> driven = new ArrayList<>();
    try (LockstepExecutor executor = lockstep(1)) {
      executor.addListener(message -> {
        if (message.value() instanceof ParameterState state) {
          states.add(state);
        } else if (message.value() instanceof HealthReport report) {
          driven.add(report.timeNs() / MS + ":" + report.detail());
        }
      });
      executor.add(driving());
      executor.add(NodeSpec.world("operator", 0, context -> change(answers, 20.0, 31.0, 20.0)));
      executor.runUntil(200 * MS);
    }

    assertThat(answers)
        .containsExactly(
            "accepted[speed_mps]",
            "driving.speed_mps=31.0 is not a double in [0.0, 30.0] m/s",
            "accepted[]");
    assertThat(states).hasSize(2);
    assertThat(states.get(0).changed()).isEmpty();
    assertThat(states.get(1).changed()).containsExactly("speed_mps");
    assertThat(states.get(1).entries().get(0).value()).isEqualTo(ParameterValue.of(20.0));
    assertThat(driven).contains("0:12.5", "40:12.5", "60:20.0").doesNotContain("60:12.5");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void theBytesDoNotDependOnThreads(int threads) {
    assertThat(hash(threads, Optional.empty())).isEqualTo(hash(1, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource
  void theBytesDoNotDependOnProcesses(Carrier carrier) {
    assertThat(hash(2, Optional.of(carrier))).isEqualTo(hash(1, Optional.empty()));
  }

  private String hash(int threads, Optional<Carrier> carrier) {
    List<String> answers = new ArrayList<>();
    NodeSpec operator =
        NodeSpec.world("operator", 3 * MS, context -> change(answers, 20.0, 31.0, 15.0));
    RunHash hash = new RunHash();
    try (LockstepExecutor executor = lockstep(threads)) {
      executor.addListener(hash);
      if (carrier.isEmpty()) {
        executor.add(driving());
        executor.add(operator);
        executor.runUntil(300 * MS);
      } else {
        runRemotely(executor, operator, carrier.get());
      }
    }
    assertThat(answers).hasSize(3);
    assertThat(hash.count()).as("ticks, states, requests, answers").isEqualTo(15 + 3 + 3 + 3);
    return hash.hex();
  }

  private void runRemotely(LockstepExecutor executor, NodeSpec operator, Carrier carrier) {
    try (Wire here = join(carrier);
        Wire there = join(carrier)) {
      Patience patience = new Patience("it", 20_000 * MS, () -> true, System::nanoTime);
      NodeHost host =
          new NodeHost(driving(), ParametersOnTheBusTest::find, there, Waiting.HYBRID, patience);
      Thread thread = new Thread(host::run, "host-of-driving");
      thread.start();
      try (RemoteNode remote = new RemoteNode(
          driving(),
          config(2).terms(),
          ParametersOnTheBusTest::find,
          here,
          Waiting.HYBRID,
          patience)) {
        executor.add(driving(), remote);
        executor.add(operator);
        executor.runUntil(300 * MS);
        executor.close(); // no call is under way when the wires go
      }
      thread.join();
      host.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Topic<?> find(String name) {
    return name.equals(DRIVEN.name()) ? DRIVEN : Topics.find(name).orElseThrow();
  }

  @Test
  void inRealTimeAChangeNeverFallsIntoACall() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    BlockingQueue<List<Double>> read = new LinkedBlockingQueue<>();
    Node slow = context -> {
      Supplier<Double> speed = context.parameters().declare(SPEED);
      context.timer(50 * MS, 0, timeNs -> {
        double before = speed.get();
        reading.countDown();
        awaitQuietly(asked);
        read.add(List.of(before, speed.get()));
      });
    };
    Node operator = context -> {
      ParameterClient client = context.parametersOf("slow");
      context.timer(3_600_000 * MS, 0, timeNs -> {
        awaitQuietly(reading);
        client.set(
            List.of(new Assignment("speed_mps", ParameterValue.of(3.0))),
            5_000 * MS,
            answer -> {},
            () -> {});
      });
      // its next call, which comes after what it asked has been sent
      context.timer(3_600_000 * MS, 1, timeNs -> asked.countDown());
    };
    try (RealtimeExecutor executor = RealtimeExecutor.inProcess(realtime(), clock())) {
      executor.add(NodeSpec.world("slow", 0, context -> slow), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("operator", 0, context -> operator), NodeTiming.SKIPPING);
      executor.start();

      assertThat(read.poll(10, TimeUnit.SECONDS)).containsExactly(10.0, 10.0);
      assertThat(read.poll(10, TimeUnit.SECONDS)).containsExactly(3.0, 3.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void inRealTimeAChangeGoesOverTheWireAndLateComersHearOfIt(Carrier carrier)
      throws InterruptedException {
    BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    BlockingQueue<ParameterState> states = new LinkedBlockingQueue<>();
    try (Wire there = join(carrier);
        Wire here = join(carrier);
        RealtimeExecutor car = RealtimeExecutor.over(there, realtime(), clock());
        RealtimeExecutor desk = RealtimeExecutor.over(here, realtime(), clock())) {
      car.add(driving(), NodeTiming.SKIPPING);
      car.start();
      desk.add(NodeSpec.world("operator", 0, context -> asking(answers)), NodeTiming.SKIPPING);
      desk.start();
      assertThat(awaitAnswer(answers)).startsWith("accepted");

      try (Wire late = join(carrier);
          RealtimeExecutor ear = RealtimeExecutor.over(late, realtime(), clock())) {
        ear.listen(
            "ear",
            List.of(Topics.PARAMETERS),
            message -> states.add((ParameterState) message.value()));
        ear.start();

        assertThat(awaitSpeed(states, 20.0)).isTrue();
      }
    }
  }

  /** Asks until it is heard: over UDP the ends meet some time after they open. */
  private static Node asking(BlockingQueue<String> answers) {
    return context -> {
      ParameterClient client = context.parametersOf("driving");
      context.timer(
          200 * MS,
          0,
          timeNs -> client.set(
              List.of(new Assignment("speed_mps", ParameterValue.of(20.0))),
              150 * MS,
              answer -> answers.add(text(answer)),
              () -> answers.add("timeout")));
    };
  }

  private static String awaitAnswer(BlockingQueue<String> answers) throws InterruptedException {
    String answer = "timeout";
    while ("timeout".equals(answer)) {
      answer = answers.poll(20, TimeUnit.SECONDS);
    }
    return answer;
  }

  /** Whether a state with that speed is heard; a wire may bring older ones first. */
  private static boolean awaitSpeed(BlockingQueue<ParameterState> states, double speedMps)
      throws InterruptedException {
    ParameterState state = states.poll(10, TimeUnit.SECONDS);
    while (state != null) {
      if (state.entries().get(0).value().equals(ParameterValue.of(speedMps))) {
        return true;
      }
      state = states.poll(10, TimeUnit.SECONDS);
    }
    return false;
  }

  private static LockstepConfig config(int threads) {
    return new LockstepConfig(7, threads, true, RUNTIME);
  }

  private static LockstepExecutor lockstep(int threads) {
    return new LockstepExecutor(config(threads));
  }

  private static RealtimeConfig realtime() {
    return new RealtimeConfig(1, true, RUNTIME);
  }

  private static RunClock clock() {
    return RunClock.since(RunClock.wallNs());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
