package io.camber.sim.fault;

/**
 * One way in which something can be broken.
 *
 * @param code of the fault list, such as {@code F04}
 * @param unit of the severity, for people
 * @param severity the usual one
 * @param severityMin smallest allowed severity
 * @param severityMax largest allowed severity
 */
public record FaultKind(
    String name,
    String code,
    String unit,
    double severity,
    double severityMin,
    double severityMax) {

  /** A share of what there is, 0 to 1. */
  static FaultKind share(String name, String code, double usual) {
    return new FaultKind(name, code, "share", usual, 0.0, 1.0);
  }

  /** Any amount up to a largest one, of either sign. */
  static FaultKind signed(String name, String code, String unit, double usual, double max) {
    return new FaultKind(name, code, unit, usual, -max, max);
  }

  /** A factor or an amount between bounds. */
  static FaultKind between(
      String name, String code, String unit, double usual, double min, double max) {
    return new FaultKind(name, code, unit, usual, min, max);
  }

  /** Present or not. */
  static FaultKind plain(String name, String code) {
    return new FaultKind(name, code, "none", 1.0, 1.0, 1.0);
  }
}
