package io.camber.sim.traffic;

import io.camber.scene.SignalColor;
import io.camber.sim.traffic.network.LaneNetwork;
import java.util.Arrays;

/** What the lights show, by their number in the network. A light that shows nothing rules nothing. */
final class Lights {
  private final LaneNetwork network;
  private final SignalColor[] colors;
  private final long[] since;

  Lights(LaneNetwork network) {
    this.network = network;
    colors = new SignalColor[network.signalIds().size()];
    since = new long[colors.length];
    Arrays.fill(colors, SignalColor.UNKNOWN);
  }

  void set(int light, SignalColor color, long step) {
    if (colors[light] != color) {
      colors[light] = color;
      since[light] = step;
    }
  }

  /** Steps since the lights before a lane last changed. */
  long age(int lane, long step) {
    long newest = Long.MIN_VALUE;
    for (int i = 0; i < network.lightCount(lane); i++) {
      newest = Math.max(newest, since[network.light(lane, i)]);
    }
    return step - newest;
  }

  /** Strictest of what the lights before a lane show; UNKNOWN when none rules. */
  SignalColor of(int lane) {
    SignalColor strictest = SignalColor.UNKNOWN;
    for (int i = 0; i < network.lightCount(lane); i++) {
      SignalColor color = colors[network.light(lane, i)];
      if (rank(color) > rank(strictest)) {
        strictest = color;
      }
    }
    return strictest;
  }

  boolean isClosed(int lane) {
    return rank(of(lane)) >= rank(SignalColor.YELLOW);
  }

  /** Whether the lights say stop to whoever still can. */
  boolean isRed(int lane) {
    return rank(of(lane)) > rank(SignalColor.YELLOW);
  }

  private static int rank(SignalColor color) {
    return switch (color) {
      case UNKNOWN, OFF -> 0;
      case GREEN -> 1;
      case YELLOW -> 2;
      case RED_YELLOW -> 3;
      case RED -> 4;
    };
  }
}
