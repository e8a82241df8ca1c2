package io.camber.app.sensorbench;

/**
 * One measured figure.
 *
 * @param bar what it is to reach, empty when nothing is set
 */
public record Figure(String name, double value, String unit, String bar) {
  Figure(String name, double value, String unit) {
    this(name, value, unit, "");
  }
}
