package io.camber.app.miscalibration;

import java.util.Locale;

/** A way in which a sensor can sit otherwise than it says; the faults of docs/faults.md. */
public enum Axis {
  /** To the left, about z. */
  TURN("turn", "deg", Math.toRadians(1.0), 0.1),
  /** Nose down, about y. */
  TILT("tilt", "deg", Math.toRadians(1.0), 0.1),
  /** To the left, along y. */
  SHIFT("shift", "m", 1.0, 0.01);

  private final String kind;
  private final String unit;
  private final double siPerUnit;
  private final double step;

  Axis(String kind, String unit, double siPerUnit, double step) {
    this.kind = kind;
    this.unit = unit;
    this.siPerUnit = siPerUnit;
    this.step = step;
  }

  /** Name of the fault. */
  public String kind() {
    return kind;
  }

  /** In which sizes are asked for and told. */
  public String unit() {
    return unit;
  }

  /** What the slope of a score is told for, in the unit: 0.1 degrees or 1 cm. */
  double step() {
    return step;
  }

  /** The fault that moves a sensor by a size in the unit, for the whole drive. */
  public String fault(String sensor, double size) {
    return String.format(Locale.ROOT, "%s:%s,severity=%s", sensor, kind, size * siPerUnit);
  }
}
