package io.camber.evaluation.ground;

/** Points that are ground, or are called so. NaN where nothing was counted. */
final class Confusion {
  private long right;
  private long called;
  private long there;

  void add(boolean isGround, boolean isCalled) {
    right += isGround && isCalled ? 1 : 0;
    called += isCalled ? 1 : 0;
    there += isGround ? 1 : 0;
  }

  double precision() {
    return called == 0 ? Double.NaN : (double) right / called;
  }

  double recall() {
    return there == 0 ? Double.NaN : (double) right / there;
  }

  double f1() {
    return called + there == 0 ? Double.NaN : 2.0 * right / (called + there);
  }
}
