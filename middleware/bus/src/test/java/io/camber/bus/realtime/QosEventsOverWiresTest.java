package io.camber.bus.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Handler;
import io.camber.bus.Node;
import io.camber.bus.QosEvent;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireEvents;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What befalls a topic on a wire reaches the node that watches it. */
@Timeout(40)
final class QosEventsOverWiresTest {
  @TempDir
  private Path folder;

  private final BlockingQueue<QosEvent> events = new LinkedBlockingQueue<>();
  private final CountDownLatch goOn = new CountDownLatch(1);

  /** F12 and F11: stopped, it lives and does no work; then it goes on; then it is killed. */
  @ParameterizedTest
  @ValueSource(strings = {"shm", "udp"})
  void aStoppedPublisherLosesItsLivelinessAndRegainsIt(String kind) throws Exception {
    String place = kind.equals("shm") ? folder.resolve("bus").toString() : "29488";
    WireEvents told = new WireEvents(WireListener.SILENT);
    try (Wire wire = TickingProcess.open(kind, place, told);
        RealtimeExecutor executor = watching(wire, told, (text, envelope) -> {})) {
      executor.start();
      Process ticking = TickingProcess.start(kind, place);
      try {
        assertThat(next()).isEqualTo(QosEvent.LIVELINESS_GAINED);
        assertThat(events.poll(1, TimeUnit.SECONDS)).as("while it works").isNull();

        signal("STOP", ticking);
        assertThat(next()).isEqualTo(QosEvent.LIVELINESS_LOST);
        signal("CONT", ticking);
        assertThat(next()).isEqualTo(QosEvent.LIVELINESS_GAINED);

        ticking.destroyForcibly();
        assertThat(next()).isEqualTo(QosEvent.LIVELINESS_LOST);
      } finally {
        ticking.destroyForcibly();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shm", "udp"})
  void anotherSchemaIsIncompatible(String kind) throws Exception {
    String place = kind.equals("shm") ? folder.resolve("bus").toString() : "29504";
    WireEvents told = new WireEvents(WireListener.SILENT);
    WireTopic fitting = WireTopic.of(TickingProcess.TICKS);
    WireTopic other =
        new WireTopic(fitting.name(), "other", fitting.schemaHash() + 1, fitting.qos());
    try (Wire wire = TickingProcess.open(kind, place, told);
        Wire there = TickingProcess.open(kind, place, WireListener.SILENT);
        RealtimeExecutor executor = watching(wire, told, (text, envelope) -> {})) {
      executor.start();
      try (WireWriter writer = there.openWriter(other, "stranger")) {
        assertThat(writer.counters().messages()).isZero();
        QosEvent event = next();
        while (event != QosEvent.INCOMPATIBLE) { // it is there, too
          assertThat(event).isEqualTo(QosEvent.LIVELINESS_GAINED);
          event = next();
        }
      }
    }
  }

  @Test
  void whatIsLostOnTheWayIsTold() throws Exception {
    String place = folder.resolve("bus").toString();
    WireEvents told = new WireEvents(WireListener.SILENT);
    CountDownLatch called = new CountDownLatch(1);
    try (Wire wire = TickingProcess.open("shm", place, told);
        Wire there = TickingProcess.open("shm", place, WireListener.SILENT);
        RealtimeExecutor executor = watching(wire, told, (text, envelope) -> {
          called.countDown();
          awaitQuietly(goOn);
        });
        WireWriter writer = there.openWriter(WireTopic.of(TickingProcess.TICKS), "fast")) {
      executor.start();
      WireHeader header = new WireHeader();
      assertThat(next()).isEqualTo(QosEvent.LIVELINESS_GAINED);
      writer.send(header.set(0, 0, 0), ByteBuffer.allocateDirect(1000));
      called.await();
      for (int i = 1; i < 20_000; i++) {
        writer.send(header.set(i, 0, 0), ByteBuffer.allocateDirect(1000));
      }
      goOn.countDown();

      assertThat(next()).isEqualTo(QosEvent.MESSAGES_LOST);
    }
  }

  private RealtimeExecutor watching(Wire wire, WireEvents told, Handler<String> handler) {
    RealtimeExecutor executor = RealtimeExecutor.over(
        wire,
        told,
        new RealtimeConfig(1, false, Optional.empty()),
        RunClock.since(RunClock.wallNs()));
    Node watching = context -> {
      context.subscribe(TickingProcess.TICKS, handler);
      context.watch(TickingProcess.TICKS, (event, timeNs) -> events.add(event));
    };
    executor.add(NodeSpec.world("watching", 0, context -> watching), NodeTiming.SKIPPING);
    return executor;
  }

  private QosEvent next() throws InterruptedException {
    QosEvent event = events.poll(10, TimeUnit.SECONDS);
    assertThat(event).as("told within 10 s").isNotNull();
    return event;
  }

  private static void signal(String name, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
            .start()
            .waitFor())
        .isZero();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
