package io.camber.app.simulation;

import java.util.Locale;

/** Who plans. All but the stack's own are there for comparison. */
public enum PlannerChoice {
  /** The one that is shipped. */
  STACK,
  /** Lane centre, intelligent driver model behind whoever is in the lane. */
  IDM,
  /** After the description of PDM-Closed. */
  PDM,
  /** The stack's planner with the truth, and with what others did in a drive before. */
  ORACLE;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
