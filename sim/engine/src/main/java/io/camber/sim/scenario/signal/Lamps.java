package io.camber.sim.scenario.signal;

import io.camber.scene.SignalColor;
import java.util.List;
import java.util.Locale;

/**
 * Reads what a light shows. Either a word ("red", "green", "off") or one state per lamp from top to bottom separated by
 * semicolons ("off;off;on"): red, yellow, green for three lamps, red, green for two.
 */
final class Lamps {
  private Lamps() {}

  public static SignalColor color(String state) {
    String text = state.strip().toLowerCase(Locale.ROOT);
    if (text.indexOf(';') < 0) {
      return word(text);
    }
    List<String> lamps = List.of(text.split(";", -1));
    if (lamps.stream()
        .anyMatch(lamp -> word(lamp.strip()) != SignalColor.UNKNOWN && !isSwitch(lamp))) {
      return mixed(lamps);
    }
    boolean first = isLit(lamps.get(0));
    boolean last = isLit(lamps.get(lamps.size() - 1));
    boolean middle = lamps.size() == 3 && isLit(lamps.get(1));
    if (first) {
      return middle ? SignalColor.RED_YELLOW : SignalColor.RED;
    }
    if (middle) {
      return SignalColor.YELLOW;
    }
    return last ? SignalColor.GREEN : SignalColor.OFF;
  }

  private static boolean isSwitch(String lamp) {
    return lamp.strip().equals("off") || isLit(lamp);
  }

  private static boolean isLit(String lamp) {
    String text = lamp.strip();
    return text.equals("on") || text.startsWith("flash") || text.startsWith("counter");
  }

  private static SignalColor mixed(List<String> lamps) {
    boolean red = lamps.stream().anyMatch(lamp -> word(lamp.strip()) == SignalColor.RED);
    boolean yellow = lamps.stream().anyMatch(lamp -> word(lamp.strip()) == SignalColor.YELLOW);
    if (red) {
      return yellow ? SignalColor.RED_YELLOW : SignalColor.RED;
    }
    return yellow ? SignalColor.YELLOW : SignalColor.GREEN;
  }

  private static SignalColor word(String word) {
    return switch (word) {
      case "red", "stop" -> SignalColor.RED;
      case "yellow", "amber", "attention", "caution" -> SignalColor.YELLOW;
      case "redyellow", "red_yellow", "stopattention" -> SignalColor.RED_YELLOW;
      case "green", "go", "on" -> SignalColor.GREEN;
      case "off", "" -> SignalColor.OFF;
      default -> SignalColor.UNKNOWN;
    };
  }
}
