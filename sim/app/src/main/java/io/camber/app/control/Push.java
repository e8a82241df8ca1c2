package io.camber.app.control;

/**
 * What becomes of a loop that was pushed for half a second and then left alone: spans of what the loop said.
 *
 * @param early within the first 5 s
 * @param late largest of any 5 s from 10 to 60 s
 * @param last from 55 to 60 s
 */
record Push(double early, double late, double last) {
  private static final double PUSHED_S = 0.5;
  private static final double WINDOW_S = 5.0;
  private static final int WINDOWS = 12;
  private static final int WINDOW_LATE = 2;

  static Push of(ProbedLoop loop, double amplitude) {
    int pushed = steps(loop, PUSHED_S);
    int window = steps(loop, WINDOW_S);
    double early = 0.0;
    double late = 0.0;
    double last = 0.0;
    for (int i = 0; i < WINDOWS; i++) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < window; j++) {
        double said = loop.step(i == 0 && j < pushed ? amplitude : 0.0);
        min = Math.min(min, said);
        max = Math.max(max, said);
      }
      last = max - min;
      early = i == 0 ? last : early;
      late = i >= WINDOW_LATE ? Math.max(late, last) : late;
    }
    return new Push(early, late, last);
  }

  private static int steps(ProbedLoop loop, double durationS) {
    return (int) Math.round(durationS / loop.stepS());
  }

  boolean diesAway() {
    return ratio() < 1.0;
  }

  double ratio() {
    return late / early;
  }
}
