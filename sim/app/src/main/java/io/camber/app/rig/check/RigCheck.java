package io.camber.app.rig.check;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** The side of a check that asks: a hundred questions a second to everybody who answers. */
public final class RigCheck {
  private static final long PERIOD_NS = 10_000_000L;
  private static final long LAST_ANSWERS_NS = 200_000_000L;
  private static final double MS = 1e-6;

  private final Wire wire;
  private final LongSupplier clock;
  private final String name = "rig-check-" + ProcessHandle.current().pid();
  private final Map<String, Side> sides = new TreeMap<>();

  /** What one other side has said. */
  private static final class Side {
    private final List<Exchange> exchanges = new ArrayList<>();
    private RigReport.Lateness timer = new RigReport.Lateness(0, 0);
  }

  /** {@code clock}: nanoseconds since 1970-01-01T00:00Z. */
  public RigCheck(Wire wire, LongSupplier clock) {
    this.wire = wire;
    this.clock = clock;
  }

  /** Waits for somebody who answers; false when nobody came in time. */
  public boolean awaitEcho(double seconds) {
    long endNs = System.nanoTime() + Math.round(seconds * 1e9);
    while (System.nanoTime() < endNs) {
      for (Endpoint end : wire.endpoints()) {
        if (end.topic().name().equals(RigTopics.ANSWERS.name())
            && end.direction() == Endpoint.Direction.PUBLISHES) {
          return true;
        }
      }
      LockSupport.parkNanos(PERIOD_NS);
    }
    return false;
  }

  /** Asks for so long and reports on every side that answered, by name. */
  public List<RigReport> run(double seconds) {
    int count = (int) Math.max(1, Math.round(seconds * 1e9 / PERIOD_NS));
    try (TimerJitter jitter = TimerJitter.start();
        Bell bell = wire.openBell(name, Waiting.BLOCK);
        WireReader answers = wire.openReader(RigTopics.ANSWERS, name, bell);
        WireWriter questions = wire.openWriter(RigTopics.QUESTIONS, name)) {
      long nextNs = System.nanoTime();
      for (int i = 0; i < count; i++) {
        ask(questions, i);
        nextNs += PERIOD_NS;
        listen(answers, bell, nextNs);
      }
      listen(answers, bell, nextNs + LAST_ANSWERS_NS);
      return report(count, jitter.lateness());
    }
  }

  private void ask(WireWriter questions, int number) {
    ByteBuffer question =
        ByteBuffer.allocateDirect(RigTopics.QUESTION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long nowNs = clock.getAsLong();
    question.putLong(number).putLong(nowNs).flip();
    questions.send(new WireHeader().set(number, nowNs, nowNs), question);
  }

  private void listen(WireReader answers, Bell bell, long untilNs) {
    while (System.nanoTime() < untilNs) {
      answers.poll((side, head, payload) -> take(side, payload), 1);
      bell.await(answers::hasMessages, Math.max(1, untilNs - System.nanoTime()));
    }
  }

  private void take(String name, ByteBuffer payload) {
    long returnedNs = clock.getAsLong();
    ByteBuffer answer = payload.order(ByteOrder.LITTLE_ENDIAN);
    if (answer.remaining() != RigTopics.ANSWER_BYTES) {
      return;
    }
    answer.getLong();
    Side side = sides.computeIfAbsent(name, it -> new Side());
    side.exchanges.add(
        new Exchange(answer.getLong(), answer.getLong(), answer.getLong(), returnedNs));
    side.timer = new RigReport.Lateness(answer.getLong() * MS, answer.getLong() * MS);
  }

  private List<RigReport> report(int asked, Percentiles here) {
    List<RigReport> reports = new ArrayList<>();
    sides.forEach((name, side) -> {
      Percentiles trips = Percentiles.of(
          side.exchanges.stream().mapToLong(Exchange::roundTripNs).toArray());
      Exchange quickest = side.exchanges.stream()
          .min(Comparator.comparingLong(Exchange::roundTripNs))
          .orElseThrow();
      reports.add(new RigReport(
          name,
          asked,
          side.exchanges.size(),
          trips.at(0.5) * MS,
          trips.at(0.99) * MS,
          trips.at(1.0) * MS,
          quickest.offsetNs() * MS,
          quickest.roundTripNs() * MS / 2,
          new RigReport.Lateness(here.at(0.99) * MS, here.at(1.0) * MS),
          side.timer));
    });
    return reports;
  }
}
