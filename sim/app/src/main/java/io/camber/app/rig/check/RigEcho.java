package io.camber.app.rig.check;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The side of a check that answers. */
public final class RigEcho {
  private static final long LOOK_NS = 20_000_000L;

  private final Wire wire;
  private final String name;
  private final LongSupplier clock;
  private final WireHeader header = new WireHeader();
  private final ByteBuffer answer =
      ByteBuffer.allocateDirect(RigTopics.ANSWER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * Prepares to answer.
   *
   * @param name what it is called in the asker's report
   * @param clock nanoseconds since 1970-01-01T00:00Z
   */
  public RigEcho(Wire wire, String name, LongSupplier clock) {
    this.wire = wire;
    this.name = name;
    this.clock = clock;
  }

  /** Answers until {@code stopped}; returns how many questions it answered. */
  public long run(BooleanSupplier stopped) {
    long count = 0;
    try (TimerJitter jitter = TimerJitter.start();
        Bell bell = wire.openBell(name, Waiting.BLOCK);
        WireReader questions = wire.openReader(RigTopics.QUESTIONS, name, bell);
        WireWriter answers = wire.openWriter(RigTopics.ANSWERS, name)) {
      while (!stopped.getAsBoolean()) {
        count += questions.poll(
            (asker, head, payload) -> answer(answers, payload, jitter.lateness()), 1);
        bell.await(questions::hasMessages, LOOK_NS);
      }
    }
    return count;
  }

  private void answer(WireWriter answers, ByteBuffer question, Percentiles lateness) {
    long heardNs = clock.getAsLong();
    ByteBuffer asked = question.order(ByteOrder.LITTLE_ENDIAN);
    if (asked.remaining() != RigTopics.QUESTION_BYTES) {
      return;
    }
    answer.clear();
    answer.putLong(asked.getLong()).putLong(asked.getLong()).putLong(heardNs);
    int answeredAt = answer.position();
    answer.putLong(0).putLong(lateness.at(0.99)).putLong(lateness.at(1.0));
    answer.putLong(answeredAt, clock.getAsLong());
    answers.send(header.set(0, heardNs, heardNs), answer.flip());
  }
}
