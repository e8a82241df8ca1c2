package io.camber.evaluation.report.drawing;

/**
 * One line of a plot. Reads its values once; the array must not change afterwards.
 *
 * @param style CSS class suffix, 1 to 4
 * @param dashed for references rather than measurements
 */
public record Curve(String name, Values values, int style, boolean dashed) {
  /** One value per sample; NaN leaves a gap. */
  @FunctionalInterface
  public interface Values {
    double at(int sample);
  }

  public static Curve solid(String name, double[] values, int style) {
    return new Curve(name, i -> values[i], style, false);
  }

  public static Curve dashed(String name, double[] values, int style) {
    return new Curve(name, i -> values[i], style, true);
  }
}
