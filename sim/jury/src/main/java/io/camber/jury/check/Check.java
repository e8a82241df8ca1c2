package io.camber.jury.check;

import io.camber.bus.Envelope;
import java.util.function.Consumer;

/** One rule over what is published. Keeps a short window; fed in order, by one thread. */
public interface Check {
  /** Looks at one message and raises what is wrong with it. */
  void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms);

  /** Says what only the end of the drive shows; nothing is shown to the check after it. */
  default void onEnd(long timeNs, Consumer<Alarm> alarms) {}
}
