package io.camber.sim.scene.town;

import io.camber.scene.SignalColor;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Surface;
import io.camber.truth.SignalTruth;
import java.util.List;

/** A traffic light's head and the signal of the map that it shows. */
public record SignalHead(String signalId, Instance instance) {
  /** The head with the lamps lit that the signals say; dark when they do not mention it. */
  Instance lit(List<SignalTruth> signals) {
    for (SignalTruth signal : signals) {
      if (signal.signalId().equals(signalId)) {
        return instance.withLit(lamps(signal.color()));
      }
    }
    return instance;
  }

  private static long lamps(SignalColor color) {
    return switch (color) {
      case UNKNOWN, OFF -> 0L;
      case RED -> Surface.LAMP_RED.bit();
      case RED_YELLOW -> Surface.LAMP_RED.bit() | Surface.LAMP_YELLOW.bit();
      case YELLOW -> Surface.LAMP_YELLOW.bit();
      case GREEN -> Surface.LAMP_GREEN.bit();
    };
  }
}
