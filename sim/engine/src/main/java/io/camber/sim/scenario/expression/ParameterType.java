package io.camber.sim.scenario.expression;

import java.util.Locale;
import java.util.Optional;

/** Types of parameters and variables; the unsigned forms are ranges of {@link #INTEGER}. */
public enum ParameterType {
  STRING,
  INTEGER,
  DOUBLE,
  BOOLEAN;

  /** Reads a type name of OpenSCENARIO 1.0 to 1.3. */
  public static Optional<ParameterType> of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "string", "datetime" -> Optional.of(STRING);
      case "integer", "int", "unsignedint", "unsignedshort" -> Optional.of(INTEGER);
      case "double" -> Optional.of(DOUBLE);
      case "boolean" -> Optional.of(BOOLEAN);
      default -> Optional.empty();
    };
  }
}
