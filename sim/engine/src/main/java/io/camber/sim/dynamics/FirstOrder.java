package io.camber.sim.dynamics;

/** First-order lags, discretised exactly for an input that is constant during a step. */
public final class FirstOrder {
  private FirstOrder() {}

  /** Share of the remaining difference that a lag closes in one step: {@code 1 - exp(-dt / tau)}; 1 without lag. */
  public static double share(double stepS, double lagS) {
    return lagS > 0.0 ? -StrictMath.expm1(-stepS / lagS) : 1.0;
  }
}
