package io.camber.app.rig.check;

import io.camber.bus.Qos;
import io.camber.bus.transport.WireTopic;

/**
 * What the two sides of a check say to each other, little-endian i64 each.
 *
 * <pre>
 *   question: number, asked
 *   answer:   number, asked, heard, answered, timer lateness p99, timer lateness max
 * </pre>
 */
final class RigTopics {
  static final int QUESTION_BYTES = 2 * Long.BYTES;
  static final int ANSWER_BYTES = 6 * Long.BYTES;
  static final WireTopic QUESTIONS = topic("/rig/question");
  static final WireTopic ANSWERS = topic("/rig/answer");

  private RigTopics() {}

  private static WireTopic topic(String name) {
    return new WireTopic(
        name, "i64[]", 1, new Qos(Qos.Reliability.BEST_EFFORT, 16, Qos.Durability.VOLATILE, 0, 0));
  }
}
