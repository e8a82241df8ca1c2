package io.camber.bus.shm;

import io.camber.bus.Qos;
import io.camber.bus.transport.Waiting;
import java.util.List;

/** An enumeration as the number that stands for it in a file: the place in this list, which never changes. */
record Choice<E extends Enum<E>>(List<E> values) {
  static final Choice<Qos.Reliability> RELIABILITY =
      new Choice<>(List.of(Qos.Reliability.BEST_EFFORT, Qos.Reliability.RELIABLE));
  static final Choice<Qos.Durability> DURABILITY =
      new Choice<>(List.of(Qos.Durability.VOLATILE, Qos.Durability.TRANSIENT_LOCAL));
  static final Choice<SlowReaders.Action> ACTION = new Choice<>(
      List.of(SlowReaders.Action.EVICT, SlowReaders.Action.REFUSE, SlowReaders.Action.DROP_OLDEST));
  static final Choice<Waiting> WAITING =
      new Choice<>(List.of(Waiting.SPIN, Waiting.HYBRID, Waiting.BLOCK));

  int number(E value) {
    return values.indexOf(value);
  }

  /**
   * The value of a number.
   *
   * @throws IndexOutOfBoundsException when there is none
   */
  E value(int number) {
    return values.get(number);
  }
}
