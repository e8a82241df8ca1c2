package io.camber.bus.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Node;
import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Service;
import io.camber.bus.Texts;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeSpec;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class RealtimeExecutorTest {
  private static final long MS = 1_000_000L;
  private static final Topic<String> A = Texts.topic("/a", Qos.SAMPLES);
  private static final Topic<String> B = Texts.topic("/b", Qos.SAMPLES);

  @Test
  void carriesMessagesThroughAChainOfNodes() throws InterruptedException {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    try (RealtimeExecutor executor = executor()) {
      executor.add(NodeSpec.world("sink", 0, c -> collector(B, seen)), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("relay", 0, c -> relay()), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("source", 0, c -> ticker()), NodeTiming.CATCHING_UP);
      executor.start();

      for (int i = 0; i < 20; i++) {
        assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("tick " + i);
      }
    }
  }

  @Test
  void givesLateComersTheLatchedValue() throws InterruptedException {
    Topic<String> map = Texts.topic("/map", Qos.LATCHED);
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Node publishing = context -> context.publisher(map).publish("town", 0);
    try (RealtimeExecutor executor = executor()) {
      executor.add(NodeSpec.world("map", 0, c -> publishing), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("late", 0, c -> collector(map, seen)), NodeTiming.SKIPPING);
      executor.start();

      assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("town");
    }
  }

  @Test
  void answersQuestionsAndTellsTimeouts() throws InterruptedException {
    Service<String, String> echo = new Service<>(
        "echo", Texts.topic("/echo/request", Qos.RESULT), Texts.topic("/echo/answer", Qos.RESULT));
    CountDownLatch hold = new CountDownLatch(1);
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Node server = context -> context.serve(echo, question -> {
      if (question.equals("slow")) {
        awaitQuietly(hold);
      }
      return question + "!";
    });
    Node client = context -> {
      var asking = context.client(echo);
      context.timer(3600_000 * MS, 0, time -> {
        asking.ask("quick", 5000 * MS, (answer, envelope) -> seen.add(answer), () -> seen.add("?"));
        asking.ask("slow", 50 * MS, (answer, envelope) -> seen.add(answer), () -> seen.add("late"));
      });
    };
    try (RealtimeExecutor executor = executor()) {
      executor.add(NodeSpec.world("server", 0, c -> server), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("client", 0, c -> client), NodeTiming.SKIPPING);
      executor.start();

      assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("quick!");
      assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("late");
      hold.countDown();
    }
  }

  @Test
  void silencesAFailedNodeAndKeepsTheOthers() throws InterruptedException {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Node failing = context -> context.subscribe(A, (text, envelope) -> {
      throw new IllegalStateException("broken on purpose");
    });
    try (RealtimeExecutor executor = executor()) {
      executor.add(NodeSpec.stack("failing", 0, "/truth/", c -> failing), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("sink", 0, c -> collector(A, seen)), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("source", 0, c -> ticker()), NodeTiming.CATCHING_UP);
      executor.start();
      for (int i = 0; i < 5; i++) {
        assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("tick " + i);
      }
      for (int i = 5; i < 500 && executor.failures().isEmpty(); i++) {
        assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("tick " + i);
      }

      assertThat(executor.failures())
          .singleElement()
          .extracting(RealtimeExecutor.NodeFailure::node)
          .isEqualTo("failing");
    }
  }

  @Test
  void anErrorIsAFailureOfTheNode() throws InterruptedException {
    Node deep = context -> context.timer(10 * MS, 0, time -> {
      throw new StackOverflowError("too deep");
    });
    try (RealtimeExecutor executor = executor()) {
      executor.add(NodeSpec.world("deep", 0, c -> deep), NodeTiming.SKIPPING);
      executor.start();
      while (executor.failures().isEmpty()) {
        Thread.sleep(5);
      }

      assertThat(executor.failures())
          .singleElement()
          .extracting(failure -> failure.cause().getCause())
          .isInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void aLateFaultOfMappedMemoryCostsNoMessageThatWaits() throws InterruptedException {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    CountDownLatch waiting = new CountDownLatch(1);
    Node faulting = context -> context.subscribe(A, (text, envelope) -> {
      seen.add(text);
      if (text.equals("tick 0")) {
        awaitQuietly(waiting);
      } else if (text.equals("tick 1")) {
        throw new InternalError(
            "a fault occurred in a recent unsafe memory access operation in compiled Java code");
      }
    });
    try (RealtimeExecutor executor = executor()) {
      executor.add(NodeSpec.world("faulting", 0, c -> faulting), NodeTiming.SKIPPING);
      executor.add(NodeSpec.world("source", 0, c -> ticker()), NodeTiming.CATCHING_UP);
      executor.start();
      assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("tick 0");
      Thread.sleep(100); // several ticks wait and are taken together
      waiting.countDown();

      for (int i = 1; i < 8; i++) {
        assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("tick " + i);
      }
      assertThat(executor.failures()).isEmpty();
    }
  }

  @Test
  void skipsTicksOfALateNodeAndCountsThem() throws InterruptedException {
    CountDownLatch hold = new CountDownLatch(1);
    BlockingQueue<Long> ticks = new LinkedBlockingQueue<>();
    Node slow = context -> context.timer(5 * MS, 0, time -> {
      ticks.add(time / MS);
      if (time == 0) {
        awaitQuietly(hold);
      }
    });
    try (RealtimeExecutor executor = executor()) {
      executor.add(NodeSpec.world("slow", 0, c -> slow), NodeTiming.SKIPPING);
      executor.start();
      assertThat(ticks.poll(5, TimeUnit.SECONDS)).isEqualTo(0);
      assertThat(hold.await(60, TimeUnit.MILLISECONDS)).isFalse();
      hold.countDown();
      assertThat(ticks.poll(5, TimeUnit.SECONDS)).isGreaterThan(30);

      assertThat(ticks.poll(5, TimeUnit.SECONDS)).isPositive();
      // Figures are as old as 10 ms: those after the next ticks know of it.
      assertThat(ticks.poll(5, TimeUnit.SECONDS)).isPositive();
      assertThat(ticks.poll(5, TimeUnit.SECONDS)).isPositive();
      assertThat(ticks.poll(5, TimeUnit.SECONDS)).isPositive();
      assertThat(executor.statistics().get(0).overruns()).isPositive();
    }
  }

  private static RealtimeExecutor executor() {
    return RealtimeExecutor.inProcess(
        new RealtimeConfig(1, false, Optional.empty()),
        RunClock.since(RunClock.wallNs() + 300 * MS));
  }

  private static Node ticker() {
    return context -> {
      Publisher<String> publisher = context.publisher(A);
      context.timer(10 * MS, 0, time -> publisher.publish("tick " + time / (10 * MS), time));
    };
  }

  private static Node relay() {
    return context -> {
      Publisher<String> publisher = context.publisher(B);
      context.subscribe(A, (text, envelope) -> publisher.publish(text, 0));
    };
  }

  private static Node collector(Topic<String> topic, BlockingQueue<String> seen) {
    return context -> context.subscribe(topic, (text, envelope) -> seen.add(text));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
