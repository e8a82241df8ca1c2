package io.camber.jury.result;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a run was made, beyond what pairs it with another. Runs until different times are no pair; a different setup is what a comparison
 * may be about, and is told.
 *
 * @param untilS when it was ended at the latest, in simulated seconds; NaN when it is not known
 * @param setup what differs from the car and the weather as shipped, such as {@code faults=pose:freeze planner=IDM}; empty: nothing
 * @param group the sweep of a suite that it belongs to; empty: none
 * @param build fingerprint of the build that drove; empty when it is not known
 */
public record Circumstances(double untilS, String setup, String group, String build) {
  static final Circumstances UNKNOWN = new Circumstances(Double.NaN, "", "");

  /** By whichever build. */
  public Circumstances(double untilS, String setup, String group) {
    this(untilS, setup, group, "");
  }

  private static final List<String> KEYS = List.of(
      "faults",
      "weather",
      "rig",
      "vehicle",
      "without",
      "planner",
      "latenciesMs",
      "nodeParameters",
      "settings",
      "traffic");

  /** Of the options of a run or the setup of a sweep; both use the same keys. */
  static Circumstances of(double untilS, JsonObject made) {
    List<String> parts = new ArrayList<>();
    for (String key : KEYS) {
      JsonElement value = made.get(key);
      String text = value == null ? "" : text(value);
      if (!text.isEmpty() && !text.equals("STACK")) {
        parts.add(key + "=" + text);
      }
    }
    return new Circumstances(untilS, String.join(" ", parts), "");
  }

  private static String text(JsonElement value) {
    if (value.isJsonArray()) {
      List<String> texts = new ArrayList<>();
      value.getAsJsonArray().forEach(one -> texts.add(one.getAsString()));
      return String.join(",", texts);
    }
    if (value.isJsonObject()) {
      List<String> texts = new ArrayList<>();
      for (Map.Entry<String, JsonElement> one : value.getAsJsonObject().entrySet()) {
        texts.add(one.getKey() + ":" + one.getValue().getAsString());
      }
      return String.join(",", texts);
    }
    return value.getAsString();
  }

  Circumstances in(String sweep) {
    return new Circumstances(untilS, setup, sweep, build);
  }

  Circumstances by(String fingerprint) {
    return new Circumstances(untilS, setup, group, fingerprint);
  }

  /** Whether the same build drove the same setup to the same end, so that the drives must be the same. */
  public boolean isSame(Circumstances other) {
    return !build.isEmpty()
        && build.equals(other.build)
        && setup.equals(other.setup)
        && untilS == other.untilS;
  }

  /** Whether both ended at the latest at the same time, as far as that is known. */
  public boolean isAsLongAs(Circumstances other) {
    return Double.isNaN(untilS) || Double.isNaN(other.untilS) || untilS == other.untilS;
  }

  /** The setup for people. */
  public String text() {
    return setup.isEmpty() ? "as shipped" : setup;
  }
}
