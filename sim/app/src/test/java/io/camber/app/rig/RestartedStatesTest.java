package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.lifecycle.LifecycleState;
import io.camber.bus.lifecycle.LifecycleStatus;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Wire;
import io.camber.messages.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
final class RestartedStatesTest {
  @TempDir
  private Path folder;

  @RegisterExtension
  private final OwnBus own = OwnBus.of("restart");

  @Test
  void aKilledNodeGoesThroughItsStatesAgain() throws InterruptedException {
    String bus = own.text();
    long epochNs = RunClock.wallNs();
    String scenario = Path.of("..", "..", "scenarios", "stop-and-go.xosc").toString();
    BlockingQueue<LifecycleState> heard = new LinkedBlockingQueue<>();
    try (Wire wire = own.address().open(new WireLog());
        RealtimeExecutor ear = RealtimeExecutor.over(
            wire, new RealtimeConfig(1, true, RuntimeTopics.NONE), RunClock.since(epochNs));
        StartSignal signal = StartSignal.open(wire);
        Supervisor supervisor = new Supervisor(
            gently -> start("spare", GroupProcesses.SPARE, bus, scenario),
            nodes -> Map.of(),
            new Heartbeats(Map::of))) {
      signal.send(new StartSignal.Start(epochNs, 0));
      ear.listen(
          "ear",
          List.of(Topics.LIFECYCLE),
          message -> heard.add(((LifecycleStatus) message.value()).state()));
      ear.start();
      List<NodeProcess> started = new ArrayList<>();
      supervisor.keep(List.of("control"), false, () -> {
        NodeProcess process = start("control", "control", bus, scenario);
        started.add(process);
        return process;
      });
      assertThat(states(heard)).endsWith(LifecycleState.ACTIVE);

      started.get(0).kill();

      assertThat(states(heard))
          .containsExactly(
              LifecycleState.UNCONFIGURED, LifecycleState.INACTIVE, LifecycleState.ACTIVE);
    }
  }

  private NodeProcess start(String name, String nodes, String bus, String scenario) {
    return NodeProcess.start(
        name,
        List.of(
            "node",
            "host",
            nodes,
            "--child",
            Launcher.here().text(),
            "--realtime",
            "--bus",
            bus,
            scenario),
        folder.resolve(name + ".log").toFile());
  }

  /** Up to the next time that it is active. */
  private static List<LifecycleState> states(BlockingQueue<LifecycleState> heard)
      throws InterruptedException {
    List<LifecycleState> states = new ArrayList<>();
    LifecycleState state = heard.poll(30, TimeUnit.SECONDS);
    while (state != null && state != LifecycleState.ACTIVE) {
      states.add(state);
      state = heard.poll(30, TimeUnit.SECONDS);
    }
    if (state != null) {
      states.add(state);
    }
    return states;
  }
}
