package io.camber.importing.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A traffic light that repeats its phases.
 *
 * @param id of the signal in the map
 * @param phases in the order they are shown from the recording's start on
 */
public record LightCycle(String id, List<Phase> phases) {
  /** What a light shows. */
  public enum Color {
    RED("on;off;off"),
    RED_YELLOW("on;on;off"),
    YELLOW("off;on;off"),
    GREEN("off;off;on"),
    DARK("off;off;off");

    private final String lamps;

    Color(String lamps) {
      this.lamps = lamps;
    }

    /** Red, yellow and green lamp, as OpenSCENARIO's signal states are commonly written. */
    String lamps() {
      return lamps;
    }
  }

  /** A stretch of time with one colour. */
  public record Phase(Color color, double durationS) {}

  public LightCycle {
    phases = List.copyOf(phases);
  }

  /** The cycle whose first phase begins {@code offsetS} after the recording's start, and has run before. */
  public static LightCycle shifted(String id, List<Phase> phases, double offsetS) {
    double cycle = phases.stream().mapToDouble(Phase::durationS).sum();
    double into = ((-offsetS % cycle) + cycle) % cycle;
    List<Phase> turned = new ArrayList<>();
    List<Phase> begun = new ArrayList<>();
    double start = 0.0;
    for (Phase phase : phases) {
      double end = start + phase.durationS();
      if (end > into) {
        double cut = Math.max(0.0, into - start);
        turned.add(new Phase(phase.color(), phase.durationS() - cut));
        if (cut > 0.0) {
          begun.add(new Phase(phase.color(), cut));
        }
      } else {
        begun.add(phase);
      }
      start = end;
    }
    turned.addAll(begun);
    return new LightCycle(id, turned);
  }
}
