package io.camber.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.HealthReport;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.action.ActionStatus;
import io.camber.bus.action.GoalId;
import io.camber.bus.action.GoalState;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.execution.RunHash;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.realtime.NodeTiming;
import io.camber.bus.realtime.RealtimeConfig;
import io.camber.bus.realtime.RealtimeExecutor;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.remote.NodeHost;
import io.camber.bus.remote.Patience;
import io.camber.bus.remote.RemoteNode;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that counts and nodes that want it to, in every executor and across two processes. */
@Timeout(90)
final class ActionsOnTheBusTest {
  private static final long MS = Counting.MS;

  @TempDir
  private Path folder;

  private static NodeSpec counter() {
    return NodeSpec.stack("counter", MS, "/truth/", context -> Counting.server());
  }

  private static Queue<String> lockstep(long goal, long cancelAfterMs) {
    Queue<String> lines = new ArrayDeque<>();
    try (LockstepExecutor executor = new LockstepExecutor(config(1))) {
      executor.add(counter());
      executor.add(NodeSpec.world(
          "client", 0, context -> GoalDiary.client(lines, goal, 100, cancelAfterMs)));
      executor.runUntil(1_000 * MS);
    }
    return lines;
  }

  @Test
  void aGoalIsAcceptedFedBackOnAndReached() {
    assertThat(lockstep(4, 0)).containsExactly("accepted", "1", "2", "3", "SUCCEEDED 4");
  }

  @Test
  void aGoalIsRefusedWithTheReason() {
    assertThat(lockstep(0, 0)).containsExactly("REFUSED nothing to count");
  }

  @Test
  void aGoalIsGivenUpWithTheReason() {
    assertThat(lockstep(20, 0)).endsWith("12", "ABORTED 13 is not counted");
  }

  @Test
  void aGoalIsCancelledWhileItIsWorkedOn() {
    assertThat(lockstep(10, 35)).containsExactly("accepted", "1", "2", "3", "CANCELED 4");
  }

  @Test
  void aGoalIsCancelledBeforeItsServerHasAnswered() {
    assertThat(lockstep(10, 1)).startsWith("accepted").last().asString().matches("CANCELED [12]");
  }

  @Test
  void aGoalMayInsistOnBeingReached() {
    assertThat(lockstep(7, 35))
        .contains("not cancelled: 7 is always counted")
        .endsWith("SUCCEEDED 7");
  }

  @Test
  void aServerThatDiesIsNamedAfterTheTimeout() {
    assertThat(lockstep(99, 0))
        .startsWith("accepted", "1")
        .endsWith("lost: the server of action counting does not answer for 100 ms");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void theBytesDoNotDependOnThreads(int threads) {
    assertThat(hash(threads, Optional.empty())).isEqualTo(hash(1, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared-memory", "udp:47310"})
  void theBytesDoNotDependOnProcesses(String bus) {
    assertThat(hash(2, Optional.of(bus(bus)))).isEqualTo(hash(1, Optional.empty()));
  }

  private String bus(String name) {
    return name.startsWith("udp") ? name : folder.resolve(name).toString();
  }

  private String hash(int threads, Optional<String> bus) {
    RunHash hash = new RunHash();
    TreeSet<String> ids = new TreeSet<>();
    Queue<String> first = new ArrayDeque<>();
    Queue<String> second = new ArrayDeque<>();
    try (LockstepExecutor executor = new LockstepExecutor(config(threads))) {
      executor.addListener(hash);
      executor.addListener(message -> {
        if (message.value() instanceof ActionStatus<?> status) {
          ids.add(status.id().toString());
        }
      });
      NodeSpec one = NodeSpec.world("one", 2 * MS, context -> GoalDiary.client(first, 6, 100, 0));
      NodeSpec two = NodeSpec.world("two", 3 * MS, context -> GoalDiary.client(second, 9, 100, 42));
      if (bus.isPresent()) {
        try (Wire here = CountingProcess.join(bus.get());
            Wire there = CountingProcess.join(bus.get())) {
          runRemotely(executor, here, there, one, two);
        }
      } else {
        executor.add(counter());
        executor.add(one);
        executor.add(two);
        executor.runUntil(300 * MS);
      }
    }
    assertThat(first).endsWith("SUCCEEDED 6");
    assertThat(second).last().asString().startsWith("CANCELED");
    assertThat(ids).hasSize(2);
    return hash.hex();
  }

  private static void runRemotely(
      LockstepExecutor executor, Wire here, Wire there, NodeSpec... clients) {
    Patience patience = new Patience("it", 20_000 * MS, () -> true, System::nanoTime);
    NodeHost host = new NodeHost(counter(), Counting::find, there, Waiting.HYBRID, patience);
    Thread thread = new Thread(host::run, "host-of-counter");
    thread.start();
    try (RemoteNode remote = new RemoteNode(
        counter(), config(2).terms(), Counting::find, here, Waiting.HYBRID, patience)) {
      executor.add(counter(), remote);
      for (NodeSpec client : clients) {
        executor.add(client);
      }
      executor.runUntil(300 * MS);
      executor.close(); // no call is under way when the wires go
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    host.close();
  }

  @Test
  void inRealTimeAGoalIsReachedInOneProcess() throws InterruptedException {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (RealtimeExecutor executor = RealtimeExecutor.inProcess(
        new RealtimeConfig(1, false, RuntimeTopics.NONE), RunClock.since(RunClock.wallNs()))) {
      executor.add(counter(), NodeTiming.SKIPPING);
      executor.add(
          NodeSpec.world("client", 0, context -> GoalDiary.client(lines, 4, 5_000, 0)),
          NodeTiming.SKIPPING);
      executor.start();

      assertThat(untilEnd(lines)).isEqualTo("SUCCEEDED 4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared-memory", "udp:47330"})
  void acrossProcessesAGoalIsReachedAndCancelledAndADeadServerNamed(String name) throws Exception {
    long epochNs = RunClock.wallNs();
    String bus = bus(name);
    Process process = CountingProcess.start(bus, epochNs);
    try (Wire wire = CountingProcess.join(bus)) {
      assertThat(desk(wire, "a", epochNs, 4, 0, () -> {})).isEqualTo("SUCCEEDED 4");
      assertThat(desk(wire, "b", epochNs, 1_000_000, 1, () -> {})).startsWith("CANCELED");
      assertThat(desk(wire, "c", epochNs, 7, 0, process::destroyForcibly))
          .isIn("lost: the server of action counting does not answer for 8000 ms", "SUCCEEDED 7");
      assertThat(desk(wire, "d", epochNs, 7, 0, () -> {}))
          .isEqualTo("lost: the server of action counting does not answer for 8000 ms");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** What ends the goal of a client in this process. */
  private static String desk(
      Wire wire, String name, long epochNs, long goal, long cancelAfterMs, Runnable meanwhile)
      throws InterruptedException {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (RealtimeExecutor executor = RealtimeExecutor.over(
        wire, new RealtimeConfig(1, true, RuntimeTopics.NONE), RunClock.since(epochNs))) {
      executor.add(
          NodeSpec.world(name, 0, context -> GoalDiary.client(lines, goal, 8_000, cancelAfterMs)),
          NodeTiming.SKIPPING);
      executor.start();
      meanwhile.run();
      return untilEnd(lines);
    }
  }

  private static String untilEnd(BlockingQueue<String> lines) throws InterruptedException {
    String line = "";
    while (line != null && !line.startsWith("lost") && !line.matches("[A-Z]+ .*")) {
      line = lines.poll(30, TimeUnit.SECONDS);
    }
    return String.valueOf(line);
  }

  @Test
  void logsShowWhatIsInsideAGoalAndAResult() {
    ActionStatus<HealthReport> status = new ActionStatus<>(
        new GoalId("client", 20, 3), GoalState.SUCCEEDED, "", Optional.of(Counting.number(4)));
    PayloadBuffer buffer = new PayloadBuffer(16);
    Counting.ACTION.states().codec().encode(status, buffer);

    assertThat(MessageText.of(Counting.ACTION.states().codec().schema(), buffer.view()))
        .contains("state: GOAL_STATE_SUCCEEDED")
        .contains("result:\n  code: count\n  detail: 4");
    assertThat(Counting.ACTION.states().codec().decode(buffer.view())).isEqualTo(status);
  }

  private static LockstepConfig config(int threads) {
    return new LockstepConfig(7, threads, true, RuntimeTopics.NONE);
  }
}
